package dev.firedrill.series.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
  private static boolean read(Metadata metadata, String line) throws MalformedLine {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    return metadata.read(bytes, 0, bytes.length);
  }

  private static void assertRefused(ThrowingCallable reading, int place, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            MalformedLine.class,
            found -> {
              assertThat(found.text()).startsWith(message);
              assertThat(found.place()).isEqualTo(place);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          ~ TYPE jobs done|12|invalid metric type 'done': expected counter, gauge,
          ~ TYPE jobs untyped|12|invalid metric type 'untyped'
          ~ TYPE jobs  gauge|12|invalid metric type ' gauge'
          ~ TYPE jobs|11|expected a blank and a text in # TYPE
          ~ TYPE  jobs gauge|7|expected the name of a metric after # TYPE
          ~ TYPE 1st gauge|7|expected the name of a metric after # TYPE
          ~ HELP jobs|11|expected a blank and a text in # HELP
          ~ HELP jobs \u00e9|12|invalid UTF-8 in # HELP
          ~ UNIT jobs seconds|12|the unit 'seconds' is not what the name ends in: expected jobs_sec
          ~ UNIT seconds seconds|15|the unit 'seconds' is not what the name ends in
          ~  TYPE jobs gauge|0|expected # HELP, # TYPE, # UNIT or # EOF
          ~ remark|0|expected # HELP, # TYPE, # UNIT or # EOF
          ~ EOF |0|expected # HELP, # TYPE, # UNIT or # EOF
          """)
  void refusesWhatOpenMetricsDoesNotAllow(String line, int place, String message) {
    Metadata metadata = new Metadata(TextFormat.OPENMETRICS);
    assertRefused(() -> read(metadata, line.replace('~', '#')), place, message);
  }

  @Test
  void takesWhatDescribesAMetricOfOpenMetrics() throws MalformedLine {
    Metadata metadata = new Metadata(TextFormat.OPENMETRICS);
    assertThat(read(metadata, "# UNIT jobs_seconds seconds")).isFalse();
    assertThat(read(metadata, "# UNIT jobs ")).isFalse();
    assertThat(read(metadata, "# HELP jobs ")).isFalse();
    assertThat(read(metadata, "# TYPE jobs gauge")).isFalse();
    assertThat(read(metadata, "# TYPE \"jobs.done\" gaugehistogram")).isFalse();
    assertThat(read(metadata, "# TYPE jobs histogram")).as("described again").isFalse();
    assertThat(metadata.isOfType("jobs", "histogram")).isTrue();
    assertThat(metadata.isOfType("jobs.done", "gaugehistogram")).isTrue();
    assertThat(read(metadata, "# EOF")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          ~ TYPE jobs unknown|12|invalid metric type 'unknown'
          ~  TYPE jobs done|13|invalid metric type 'done'
          ~ TYPE jobs|11|invalid metric type ''
          ~ TYPE 1st gauge|7|expected the name of a metric after # TYPE
          """)
  void refusesTypesThatExpositionTextDoesNotHave(String line, int place, String message) {
    Metadata metadata = new Metadata(TextFormat.PROMETHEUS);
    assertRefused(() -> read(metadata, line.replace('~', '#')), place, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "#TYPE jobs done",
        "# TYPEs jobs done",
        "# type jobs done",
        "# TYPE",
        "# HELP jobs",
        "# UNIT jobs seconds",
        "# EOF",
        "# remark \u00e9",
        "#\tTYPE\tjobs\tgauge"
      })
  void takesRemarksOfExpositionTextForThose(String line) throws MalformedLine {
    assertThat(read(new Metadata(TextFormat.PROMETHEUS), line)).isFalse();
  }
}
