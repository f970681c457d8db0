package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of parsing matchers.
public sealed interface MatcherResult {
  /// {@return the matchers; none where the text did not parse}
  default List<Matcher> matchers() {
    return switch (this) {
      case Parsed parsed -> parsed.parsed().stream().map(ParsedMatcher::matcher).toList();
      case Failed _ -> List.of();
    };
  }

  /// {@return why the text did not parse, in Alertmanager's words}
  default Optional<String> error() {
    return this instanceof Failed failed ? Optional.of(failed.message()) : Optional.empty();
  }

  /// The text parsed.
  ///
  /// @param parsed the matchers in the order of the text
  /// @param warning what Alertmanager logs about the text; null where it has nothing to say
  record Parsed(List<ParsedMatcher> parsed, @Nullable MatcherWarning warning)
      implements MatcherResult {
    public Parsed {
      parsed = List.copyOf(parsed);
    }
  }

  /// The text did not parse.
  ///
  /// @param message Alertmanager's error
  /// @param span the part of the text it is about
  record Failed(String message, Span span) implements MatcherResult {}
}
