package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlainNumberProperties {
  private static boolean readsAsGo(String text) throws GoFormatException {
    byte[] bytes = (" " + text + " ").getBytes(StandardCharsets.ISO_8859_1);
    PlainNumber number = new PlainNumber();
    if (!number.read(bytes, 1, bytes.length - 1)) {
      return false;
    }
    assertThat(Double.doubleToRawLongBits(number.value()))
        .as(text)
        .isEqualTo(Double.doubleToRawLongBits(GoNumber.parseFloat(text)));
    return true;
  }

  @Property(tries = 5000)
  void whatIsReadHasTheBitsThatGoGives(@ForAll("texts") String text) throws GoFormatException {
    boolean plain = text.matches("-?[0-9]+(\\.[0-9]+)?") && text.matches("-?([0-9]\\.?){1,15}");
    assertThat(readsAsGo(text)).as(text).isEqualTo(plain);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("0123456789").withChars("0123456789.-").ofMaxLength(18);
  }

  @Property(tries = 5000)
  void numbersOfFewDigitsAreRead(
      @ForAll("digits") long digits, @ForAll("places") int places, @ForAll boolean negative)
      throws GoFormatException {
    StringBuilder text = new StringBuilder(String.format("%0" + (places + 1) + "d", digits));
    if (places > 0) {
      text.insert(text.length() - places, '.');
    }
    assertThat(readsAsGo((negative ? "-" : "") + text)).isTrue();
  }

  @Provide
  Arbitrary<Long> digits() {
    return Arbitraries.longs().between(0, 999_999_999_999_999L);
  }

  @Provide
  Arbitrary<Integer> places() {
    return Arbitraries.integers().between(0, 14);
  }
}
