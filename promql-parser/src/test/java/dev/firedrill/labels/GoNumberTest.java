package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.firedrill.labels.GoFormatException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoNumberTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-1.5e3, -1500",
    ".5, 0.5",
    "5., 5",
    "1_000.2_5, 1000.25",
    "0_1, 1",
    "0x1p-2, 0.25",
    "0X_1.8P+1, 3",
    "1e-400, 0",
    "iNf, Infinity",
    "+Infinity, Infinity",
    "-inf, -Infinity"
  })
  void readsFloats(String text, double value) {
    assertThat(GoNumber.parseFloat(text)).isEqualTo(value);
  }

  @Test
  void readsNotANumberWithGosBits() {
    assertThat(Double.doubleToRawLongBits(GoNumber.parseFloat("nAn")))
        .isEqualTo(StaleNaN.NORMAL_BITS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "+", ".", "+nan", "infin", "1e", "1e+", "0x10", "0xp1", "0x.p1", "1p3", "1__0", "_1",
        "1_", "1_.5", "1._5", "1e_5", " 1", "1 ", "1d", "1f", "0x1_p1", "０"
      })
  void refusesOtherFloats(String text) {
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoNumber.parseFloat(text))
        .withMessage("strconv.ParseFloat: parsing " + GoQuote.quote(text) + ": invalid syntax")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.SYNTAX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e309", "-0x1p1024", "9e99999999999"})
  void refusesFloatsOutOfRange(String text) {
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoNumber.parseFloat(text))
        .withMessage("strconv.ParseFloat: parsing \"%s\": value out of range", text)
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.RANGE));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+12, 12",
    "017, 15",
    "0o17, 15",
    "0x_fF, 255",
    "0b101, 5",
    "1_0, 10",
    "9223372036854775807, 9223372036854775807",
    "-0x8000000000000000, -9223372036854775808"
  })
  void readsIntegersInAnyBase(String text, long value) {
    assertThat(GoNumber.parseInt(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "08", "0x", "0b2", "1.0", "1e3", "0__1", "_1", "1_", "0x_"})
  void refusesOtherIntegers(String text) {
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoNumber.parseInt(text))
        .withMessage("strconv.ParseInt: parsing \"%s\": invalid syntax", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "0xffffffffffffffff"})
  void refusesIntegersOutOfRange(String text) {
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoNumber.parseInt(text))
        .withMessage("strconv.ParseInt: parsing \"%s\": value out of range", text);
  }

  @Test
  void readsUnsignedIntegersUpToSixtyFourBits() {
    assertThat(GoNumber.parseUnsigned("18446744073709551615")).isEqualTo(-1);
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoNumber.parseUnsigned("18446744073709551616"))
        .withMessageEndingWith("value out of range");
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> GoNumber.parseUnsigned("2.5"))
        .withMessage("strconv.ParseUint: parsing \"2.5\": invalid syntax");
  }
}
