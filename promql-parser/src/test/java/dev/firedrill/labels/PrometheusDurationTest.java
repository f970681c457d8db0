package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0s",
    "0s, 0, 0s",
    "5m, 300000, 5m",
    "90s, 90000, 1m30s",
    "36h, 129600000, 1d12h",
    "7d, 604800000, 1w",
    "8d8h, 720000000, 8d8h",
    "365d, 31536000000, 1y",
    "366d, 31622400000, 366d",
    "1y1w1d1h1m1s1ms, 32230861001, 373d1h1m1s1ms",
    "007m, 420000, 7m",
    "1500ms, 1500, 1s500ms"
  })
  void readsAndPrintsDurations(String text, long millis, String printed) {
    assertThat(PrometheusDuration.parseMillis(text)).isEqualTo(millis);
    assertThat(PrometheusDuration.format(millis)).isEqualTo(printed);
    assertThat(PrometheusDuration.parseMillis(printed)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|empty duration string",
        "60|not a valid duration string: \"60\"",
        "-1m|not a valid duration string: \"-1m\"",
        "m|not a valid duration string: \"m\"",
        "1m 5s|unknown unit \"m \" in duration \"1m 5s\"",
        "1.5h|unknown unit \".\" in duration \"1.5h\"",
        "1x|unknown unit \"x\" in duration \"1x\"",
        "5s1m|not a valid duration string: \"5s1m\"",
        "1m1m|not a valid duration string: \"1m1m\"",
        "00|not a valid duration string: \"00\"",
        "99999999999999999999s|not a valid duration string: \"99999999999999999999s\"",
        "293y|duration out of range",
        "292y365d|duration out of range",
        "9223372036855ms|duration out of range"
      })
  void refusesWhatIsNoDuration(String text, String message) {
    assertThatExceptionOfType(GoFormatException.class)
        .isThrownBy(() -> PrometheusDuration.parseMillis(text))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ns",
    "1500, 1.5µs",
    "100000000, 100ms",
    "1500000000, 1.5s",
    "60000000000, 1m0s",
    "3601000000001, 1h0m1.000000001s",
    "-1500, -1.5µs",
    "-9223372036854775808, -2562047h47m16.854775808s"
  })
  void printsGosDurations(long nanos, String printed) {
    assertThat(GoDuration.formatNanos(nanos)).isEqualTo(printed);
  }
}
