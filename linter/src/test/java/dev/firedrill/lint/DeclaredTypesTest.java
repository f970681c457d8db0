package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.client.MetricMetadata;
import dev.firedrill.promql.flow.MetricKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaredTypesTest {
  private static final DeclaredTypes TYPES =
      new DeclaredTypes(
          Map.of(
              "requests", types("counter"),
              "old_total", types("counter", "counter"),
              "queue", types("gauge"),
              "lag", types("gauge", "counter"),
              "took_seconds", types("histogram"),
              "sizes", types("gaugehistogram"),
              "quantiles", types("summary"),
              "strange", types("unknown")));

  private static List<MetricMetadata> types(String... types) {
    return Arrays.stream(types).map(type -> new MetricMetadata(type, "", "")).toList();
  }

  @Test
  void findsTheFamilyThatAMetricIsPartOf() {
    assertThat(TYPES.of("requests_total")).contains(MetricKind.COUNTER);
    assertThat(TYPES.of("old_total")).contains(MetricKind.COUNTER);
    assertThat(TYPES.of("took_seconds_bucket")).contains(MetricKind.COUNTER);
    assertThat(TYPES.of("took_seconds")).contains(MetricKind.COUNTER);
    assertThat(TYPES.of("quantiles_count")).contains(MetricKind.COUNTER);
    assertThat(TYPES.of("quantiles")).contains(MetricKind.GAUGE);
    assertThat(TYPES.of("queue")).contains(MetricKind.GAUGE);
    assertThat(TYPES.of("sizes_bucket")).contains(MetricKind.GAUGE);
  }

  @Test
  void saysNothingWhereTargetsDisagreeOrSayNothing() {
    assertThat(TYPES.of("lag")).isEmpty();
    assertThat(TYPES.of("strange")).isEmpty();
    assertThat(TYPES.of("queue_count")).isEmpty();
    assertThat(TYPES.of("other")).isEmpty();
  }
}
