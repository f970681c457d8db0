package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.test.SeriesTemplate.MalformedTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTemplateTest {
  @Test
  void leavesOtherTextsAlone() throws MalformedTemplate {
    assertThat(expand("up{job=\"a\"}")).containsExactly("up{job=\"a\"}");
  }

  @Test
  void countsFromOneNumberToAnother() throws MalformedTemplate {
    assertThat(expand("i{{0..2}}")).containsExactly("i0", "i1", "i2");
    assertThat(expand("i{{0..20..10}}")).containsExactly("i0", "i10", "i20");
    assertThat(expand("i{{08..10}}")).containsExactly("i08", "i09", "i10");
  }

  @Test
  void takesWordsOneAfterTheOther() throws MalformedTemplate {
    assertThat(expand("{{a, b,}}x")).containsExactly("ax", "bx", "x");
  }

  @Test
  void combinesSeveralTheLastGoingRoundFastest() throws MalformedTemplate {
    assertThat(expand("{{0..1}}-{{a,b}}")).containsExactly("0-a", "0-b", "1-a", "1-b");
  }

  @Test
  void repeatsTheValueOfAName() throws MalformedTemplate {
    assertThat(expand("{{n=7..8}}:{{n}}{{x,y}}")).containsExactly("7:7x", "7:7y", "8:8x", "8:8y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "i{{0..9 | {{ without }} | 1",
        "i{{9..0}} | a range goes up, by steps of at least 1 | 1",
        "i{{0..9..0}} | a range goes up, by steps of at least 1 | 1",
        "i{{0..x}} | 'x' is no whole number | 1",
        "i{{-1..1}} | '-1' is no whole number | 1",
        "ab{{0..1000000}} | stands for more than 100000 series | 2",
        "{{0..999}}{{0..999}} | stands for more than 100000 series | 10",
        "{{n}} | expected a range such as {{0..99}} or a list such as {{a,b}} | 0",
        "{{n=0..1}}{{n=0..1}} | 'n' is named a second time | 10",
        "{{0..1..1..1}} | expected a range such as {{0..99}} or {{0..100..10}} | 0",
      })
  void saysWhatIsWrong(String text, String message, int place) {
    assertThatThrownBy(() -> expand(text))
        .isInstanceOfSatisfying(
            MalformedTemplate.class,
            e -> {
              assertThat(e.text()).isEqualTo(message);
              assertThat(e.span().start()).isEqualTo(place);
            });
  }

  private static List<String> expand(String text) throws MalformedTemplate {
    SourceText source = SourceText.of(SourceFile.of("t.yml", text));
    return SeriesTemplate.expand(source).stream().map(SourceText::text).toList();
  }
}
