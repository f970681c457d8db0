package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoFloatTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0e+00, 0",
    "-0.0, -0, -0e+00, -0",
    "1, 1, 1e+00, 1",
    "-17.25, -17.25, -1.725e+01, -17.25",
    "999999, 999999, 9.99999e+05, 999999",
    "1000000, 1000000, 1e+06, 1e+06",
    "7654321, 7654321, 7.654321e+06, 7.654321e+06",
    "1e21, 1000000000000000000000, 1e+21, 1e+21",
    "1e23, 100000000000000000000000, 1e+23, 1e+23",
    "0.0001, 0.0001, 1e-04, 0.0001",
    "0.00001, 0.00001, 1e-05, 1e-05",
    "0.1, 0.1, 1e-01, 0.1",
    "9007199254740993, 9007199254740992, 9.007199254740992e+15, 9.007199254740992e+15",
    "NaN, NaN, NaN, NaN",
    "Infinity, +Inf, +Inf, +Inf",
    "-Infinity, -Inf, -Inf, -Inf"
  })
  void printsTheShortestDigits(double value, String plain, String scientific, String general) {
    assertThat(GoFloat.plain(value)).isEqualTo(plain);
    assertThat(GoFloat.scientific(value)).isEqualTo(scientific);
    assertThat(GoFloat.upperScientific(value)).isEqualTo(scientific.replace('e', 'E'));
    assertThat(GoFloat.general(value)).isEqualTo(general);
  }

  @Test
  void takesOneDigitWhereJavaWouldPrintTwo() {
    assertThat(GoFloat.general(Double.MIN_VALUE)).isEqualTo("5e-324");
    assertThat(GoFloat.general(2 * Double.MIN_VALUE)).isEqualTo("1e-323");
    assertThat(GoFloat.general(3 * Double.MIN_VALUE)).isEqualTo("1.5e-323");
  }

  @ParameterizedTest
  @CsvSource({
    "999.96, 1000",
    "99999, 1e+05",
    "100, 100",
    "12345, 1.234e+04",
    "0.00012345, 0.0001234",
    "0.000012345, 1.234e-05",
    "0, 0",
    "-0.0, -0",
    "5e-324, 4.941e-324"
  })
  void roundsToSignificantDigits(double value, String four) {
    assertThat(GoFloat.general(value, 4)).isEqualTo(four);
  }

  @Test
  void roundsHalfToEvenOnTheBinaryValue() {
    assertThat(GoFloat.plain(2.5, 0)).isEqualTo("2");
    assertThat(GoFloat.plain(3.5, 0)).isEqualTo("4");
    assertThat(GoFloat.plain(1.005, 2)).isEqualTo("1.00");
    assertThat(GoFloat.plain(-0.001, 2)).isEqualTo("-0.00");
    assertThat(GoFloat.scientific(0, 2)).isEqualTo("0.00e+00");
    assertThat(GoFloat.scientific(123456, 3)).isEqualTo("1.235e+05");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0, 1",
    "0, 0.0, 0",
    "0.25, 0.25, 0.25",
    "1000000, 1e+06, 1000000",
    "5e20, 5e+20, 500000000000000000000",
    "1e21, 1e+21, 1e+21",
    "0.000001, 1e-06, 0.000001",
    "0.0000001, 1e-07, 1e-07",
    "-2e-9, -2e-09, -2e-09",
    "NaN, NaN, NaN",
    "-Infinity, -Inf, -Inf"
  })
  void printsForOpenMetricsAndTheApi(double value, String openMetrics, String json) {
    assertThat(GoFloat.openMetrics(value)).isEqualTo(openMetrics);
    assertThat(GoFloat.json(value)).isEqualTo(json);
  }
}
