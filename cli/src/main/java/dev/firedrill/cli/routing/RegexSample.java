package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.Matcher;
import java.util.List;
import java.util.Optional;

/// Finds a text that a regular expression accepts, for expressions that people write: texts with
/// `.`, `.*`, classes and groups in them. What is guessed is tried before it is taken.
final class RegexSample {
  private RegexSample() {}

  /// {@return a text that satisfies a matcher by a regular expression; empty where none is found}
  static Optional<String> of(Matcher matcher) {
    for (String alternative : alternatives(matcher.value())) {
      for (String guess : List.of("x", "1", "a", "")) {
        String text =
            alternative
                .replaceAll("\\(\\?[a-zA-Z]*:?", "(")
                .replaceAll("\\\\d|\\[0-9]|\\[\\[:digit:]]", "1")
                .replaceAll("\\\\w|\\[[^]]*]", guess.isEmpty() ? "_" : guess)
                .replaceAll("\\\\([^\\w])", "$1")
                .replaceAll("\\.[*]\\??", guess)
                .replaceAll("\\.[+]?\\??", "x")
                .replaceAll("[()^$*+?]|\\{[0-9,]*}", "");
        if (matcher.matches(text)) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> alternatives(String regex) {
    return List.of(regex.replaceAll("\\|[^()]*", ""), regex, regex.split("\\|", 2)[0]);
  }
}
