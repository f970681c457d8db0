package dev.firedrill.promql.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SeriesNotationTest {
  private static final List<String> SERIES =
      List.of(
          "",
          "up",
          "up 1 0 stale 1",
          "up\t1   2 ",
          "job:errors:rate5m{job=\"a\",} 1.5e1 .5 5. 1_000 010 +3 -0",
          "{\"disk.usage\", \"mount point\"=\"/ü\", 'x'=`y`} 1",
          "sum{by=\"x\"} 1 # no comment",
          "up 0.1+0.2x3 10-2.5x2 7x2 0x0",
          "up _ _x3 _x0 1",
          "up NaN Inf -Inf +inf Inf-1x1 stale+1x1",
          "up {{}} {{ }} {{schema:-2 offset:-3 buckets:[1 -2 NaN]}}",
          "up {{count:1 sum:2 buckets:[1]}}+{{count:1 offset:1 buckets:[2]}}x2",
          "up {{count:9 buckets:[9]}}-{{count:2 buckets:[2]}}x2 5",
          "up {{counter_reset_hint:not_reset z_bucket:1 z_bucket_w:0.5 }}x1",
          "up NaNx2",
          "up 1x",
          "up 1x1.5",
          "up 1 +",
          "up 1+2 3",
          "up 1+2",
          "up 1 x2",
          "up 2m",
          "up 0x1f",
          "up 1e999",
          "up 1,2",
          "up 1x99999999999",
          "up _y",
          "up sum",
          "up 1 \"x\"",
          "up{job=~\"a\"} 1",
          "up{job=\"a\" x=\"b\"} 1",
          "up{job=\"\\z\"} 1",
          "up{job} 1",
          "up{job=\"a\"",
          "up{job=\"a\"}1",
          "{\"a\"\"b\"} 1",
          "on 1",
          "5 6",
          "up {{sum:1 sum:2}}",
          "up {{sum}}",
          "up {{total:1}}",
          "up {{sum: 1}}",
          "up {{schema:1.5}}",
          "up {{sum:1",
          "up {{sum:1}}+5x2",
          "up {{buckets:[]}}",
          "up {{buckets:[1,2]}}",
          "up {{z_bucket_w:-1}}",
          "up {{counter_reset_hint:maybe}}",
          "up {{schema:2}}+{{schema:1}}x1",
          "up {{schema:-53 custom_values:[1]}}+{{schema:0}}x1");

  @Test
  void readsSeriesOrSaysWhatIsWrong() {
    StringBuilder out = new StringBuilder();
    for (String series : SERIES) {
      out.append("# ").append(series).append('\n');
      out.append(show(series, SeriesNotation.parse(series))).append("\n\n");
    }
    Golden.assertMatches(
        Path.of("promql-parser/src/test/resources/series/series.txt"), out.toString());
  }

  @Test
  void readsAMetricWithoutValues() {
    assertThat(show("", SeriesNotation.parseMetric(""))).isEqualTo("{}:");
    assertThat(show("", SeriesNotation.parseMetric("  up{a='b'} # x")))
        .isEqualTo("{__name__=\"up\", a=\"b\"}:");
    assertThat(show("up 1", SeriesNotation.parseMetric("up 1")))
        .isEqualTo("1:4: parse error: unexpected number \"1\"");
    assertThat(show("up down", SeriesNotation.parseMetric("up down")))
        .isEqualTo("1:4: parse error: unexpected identifier \"down\"");
  }

  @Test
  void keepsTheBitsOfTheStalenessMarker() {
    assertThat(SeriesNotation.parse("up stale"))
        .isInstanceOfSatisfying(
            SeriesResult.Parsed.class,
            parsed ->
                assertThat(parsed.series().values())
                    .singleElement()
                    .isInstanceOfSatisfying(
                        SeriesValue.Sample.class,
                        sample -> assertThat(StaleNaN.isStale(sample.value())).isTrue()));
  }

  private static String show(String text, SeriesResult result) {
    return switch (result) {
      case SeriesResult.Rejected(var error) -> error.format(text);
      case SeriesResult.Parsed(SeriesDescription series) ->
          series.labels()
              + series.values().stream()
                  .map(SeriesNotationTest::show)
                  .collect(Collectors.joining("", ":", ""));
    };
  }

  private static String show(SeriesValue value) {
    return switch (value) {
      case SeriesValue.Missing _ -> " _";
      case SeriesValue.Sample(double number) ->
          " " + (StaleNaN.isStale(number) ? "stale" : GoFloat.plain(number));
      case SeriesValue.HistogramSample(var histogram, _) -> " " + histogram.toNotation();
    };
  }
}
