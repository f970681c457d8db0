package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class Re2Test {
  @Test
  void refusesRepetitionsThatMultiplyBeyondGosLimit() {
    assertThatThrownBy(() -> Re2.compile("(((a{100}){100}){100}){100}", 0))
        .isInstanceOf(PatternSyntaxException.class)
        .hasMessage("error parsing regexp: invalid repeat count: `{100}`");
  }

  @Test
  void refusesDeepNesting() {
    String regex = "(".repeat(20_000) + "a" + ")".repeat(20_000);

    assertThatThrownBy(() -> Re2.compile(regex, 0))
        .isInstanceOf(PatternSyntaxException.class)
        .hasMessageStartingWith("error parsing regexp: expression nests too deeply: `(((");
  }

  @Test
  void takesWhatGoTakes() {
    assertThat(Re2.compile("(a{10}){100}|(?:b\\()*", 0).matches("b(b(")).isTrue();
  }
}
