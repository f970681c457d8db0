package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegexShapeTest {
  private static final List<String> REGEXES =
      List.of(
          "",
          "a",
          "a|b",
          "a||b",
          "(a|bc)",
          "(?:a|bc)",
          "a\\.b|c\\-d",
          ".*",
          ".+",
          "a.*",
          "(a.+)",
          "a\\.*",
          "a|b.*",
          "a+",
          "(a)(b)",
          "(a|b)c",
          "[ab]",
          "a{2}",
          "\\d.*",
          "(?i)a",
          "a\\\\.+");

  private static final List<String> TEXTS =
      List.of(
          "", "a", "b", "c", "aa", "ab", "bc", "ac", "a.b", "axb", "c-d", "a\n", "a\\x", "A", "a.",
          "a..", "5", "5x", "(a)", "a|b");

  @Test
  void acceptsWhatTheRegularExpressionMatches() {
    for (String regex : REGEXES) {
      RegexShape shape = RegexShape.of(regex);
      if (shape.isKnown()) {
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        for (String text : TEXTS) {
          assertThat(shape.accepts(text))
              .as(regex + " on " + text)
              .isEqualTo(pattern.matches(text));
        }
      }
    }
  }

  @Test
  void knowsLiteralTextsAndPrefixes() {
    assertThat(RegexShape.of("(a\\.b|c)"))
        .isEqualTo(new RegexShape(Set.of("a.b", "c"), false, false));
    assertThat(RegexShape.of("node_.+")).isEqualTo(new RegexShape(Set.of("node_"), true, true));
    assertThat(RegexShape.of("a|b.*").isKnown()).isFalse();
    assertThat(RegexShape.of("[ab]").isKnown()).isFalse();
  }

  @Test
  void tellsTheValuesThatAMatcherAsksFor() {
    assertThat(matcher(LabelMatcher.Operator.EQUAL, "a|b")).contains(Set.of("a|b"));
    assertThat(matcher(LabelMatcher.Operator.REGEX, "a|b")).contains(Set.of("a", "b"));
    assertThat(matcher(LabelMatcher.Operator.REGEX, "a.*")).isEmpty();
    assertThat(matcher(LabelMatcher.Operator.NOT_REGEX, "a|b")).isEmpty();
  }

  private static Optional<Set<String>> matcher(LabelMatcher.Operator operator, String value) {
    return LabelMatcher.of("l", operator, value).acceptedValues();
  }
}
