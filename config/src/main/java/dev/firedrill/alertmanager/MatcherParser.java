package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses matchers as Alertmanager 0.34 does, with its verdicts and error texts.
public final class MatcherParser {
  private final MatcherMode mode;

  /// A parser of the given mode.
  public MatcherParser(MatcherMode mode) {
    this.mode = mode;
  }

  /// {@return the matchers of a list such as `{a="b",c=~"d|e"}`, braces optional}
  public MatcherResult parse(String text) {
    return switch (mode) {
      case CLASSIC -> read(() -> ClassicMatchers.parse(text));
      case UTF8 -> read(() -> Utf8Matchers.parse(text));
      case FALLBACK ->
          withFallback(() -> Utf8Matchers.parse(text), () -> ClassicMatchers.parse(text));
    };
  }

  /// {@return exactly one matcher. As in Alertmanager, the classic parser knows no braces here, and
  /// the fallback mode refuses them}
  public MatcherResult parseOne(String text) {
    return switch (mode) {
      case CLASSIC -> read(() -> List.of(ClassicMatchers.parseOne(text)));
      case UTF8 -> read(() -> List.of(Utf8Matchers.parseOne(text)));
      case FALLBACK ->
          text.startsWith("{") || text.endsWith("}")
              ? new MatcherResult.Failed(
                  "unexpected open or close brace: " + text, new Span(0, text.length()))
              : withFallback(
                  () -> List.of(Utf8Matchers.parseOne(text)),
                  () -> List.of(ClassicMatchers.parseOne(text)));
    };
  }

  private interface Reading {
    List<ParsedMatcher> read() throws MatcherSyntaxException;
  }

  private static MatcherResult read(Reading reading) {
    try {
      return new MatcherResult.Parsed(reading.read(), null);
    } catch (MatcherSyntaxException e) {
      return new MatcherResult.Failed(e.text(), e.span());
    }
  }

  private static MatcherResult withFallback(Reading utf8, Reading classic) {
    MatcherResult modern = read(utf8);
    MatcherResult old = read(classic);
    if (!(old instanceof MatcherResult.Parsed parsed)) {
      return modern instanceof MatcherResult.Parsed ? modern : old;
    }
    MatcherWarning warning = difference(modern, parsed);
    return warning == null ? modern : new MatcherResult.Parsed(parsed.parsed(), warning);
  }

  private static @Nullable MatcherWarning difference(
      MatcherResult modern, MatcherResult.Parsed old) {
    String suggestion = Matcher.print(old.matchers());
    return switch (modern) {
      case MatcherResult.Failed failed ->
          new MatcherWarning(MatcherWarning.Kind.CLASSIC_ONLY, failed.message(), suggestion);
      case MatcherResult.Parsed parsed ->
          parsed.matchers().equals(old.matchers())
              ? null
              : new MatcherWarning(
                  MatcherWarning.Kind.DISAGREEMENT, Matcher.print(parsed.matchers()), suggestion);
    };
  }
}
