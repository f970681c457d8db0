package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.re2j.Pattern;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRegexTest {
  private static final List<String> PARTS =
      List.of(
          "a",
          "5",
          ".",
          "-",
          "|",
          "(",
          "(?:",
          ")",
          "*",
          "+",
          "?",
          "^",
          "$",
          "\\.",
          "\\d",
          "\\z",
          "[",
          "]",
          "[a-z]",
          "[^0-9]",
          "[z-a]",
          "[.-a]",
          "[]",
          "{",
          "}",
          "{2}",
          "\\",
          "é",
          "\ud83d\ude00",
          "/",
          ":");

  @ParameterizedTest
  @ValueSource(
      strings = {"", "api|web", ".*", "node-.+", "(a|b)?", "10\\.0\\..*", "[a-z]+[^0-9]*?", "^x$"})
  void knowsCommonForms(String regex) {
    assertThat(PlainRegex.isPlain(regex)).isTrue();
  }

  @Property(tries = 5000)
  void isNeverWrongAboutValidity(@ForAll("regexes") String regex) {
    if (PlainRegex.isPlain(regex)) {
      assertThatCode(() -> Pattern.compile(regex, Pattern.DOTALL)).doesNotThrowAnyException();
    }
  }

  @Provide
  Arbitrary<String> regexes() {
    return Arbitraries.of(PARTS).list().ofMaxSize(8).map(parts -> String.join("", parts));
  }
}
