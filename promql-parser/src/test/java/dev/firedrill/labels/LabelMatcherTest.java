package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.labels.LabelMatcher.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelMatcherTest {
  @Test
  void matchesRegexesAgainstTheWholeValue() {
    LabelMatcher matcher = LabelMatcher.of("job", Operator.REGEX, "api|web.*");
    assertThat(matcher.matches("api")).isTrue();
    assertThat(matcher.matches("web\nserver")).isTrue();
    assertThat(matcher.matches("my-api")).isFalse();
    assertThat(matcher.matches("")).isFalse();
  }

  @Test
  void asksForAnotherValueWhereNegative() {
    LabelMatcher matcher = LabelMatcher.of("job", Operator.NOT_REGEX, ".+");
    assertThat(matcher.matches("")).isTrue();
    assertThat(matcher.matches("x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a**", "*", "[a", "a{2}{3}", "\\8", "+a", "a|*"})
  void refusesWhatIsNoRegex(String regex) {
    assertThatThrownBy(() -> LabelMatcher.of("a", Operator.REGEX, regex))
        .isInstanceOf(PatternSyntaxException.class)
        .hasMessageStartingWith("error parsing regexp: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "(a{100}){100} {100}",
        "((a{10}){10}){11} {11}",
        "(x(a|b{500})c){3}? {3}?",
        "(a{1,600}){2,} {2,}",
        "a{1001} {1001}",
        "([a{9}]{200}){6} {6}",
      })
  void refusesMoreThanAThousandCopies(String regex, String blamed) {
    assertThatThrownBy(() -> LabelMatcher.of("a", Operator.REGEX, regex))
        .hasMessage("error parsing regexp: invalid repeat count: `" + blamed + "`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(a{10}){100}", "a{1000}b{1000}", "(a{3}b{300}){3}", "\\Q{9999}\\E", "a{,5}"})
  void acceptsUpToAThousandCopies(String regex) {
    assertThat(LabelMatcher.of("a", Operator.REGEX, regex).value()).isEqualTo(regex);
  }
}
