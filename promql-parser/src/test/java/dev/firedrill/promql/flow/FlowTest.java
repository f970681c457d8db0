package dev.firedrill.promql.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {
  private static Flow flow(String expr) {
    return Flow.byNames(parse(expr));
  }

  private static Expr parse(String expr) {
    return ((Parsed) Promql.parse(expr, ParseOptions.ALL)).expr();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "up{job=~\"a|b\"}; job; a b",
        "up{job=~\"a\"}; job; a",
        "up{job=~\"a|\"}; job; ``",
        "up{job=~\"a.*\"}; job; ``",
        "up{job=~\"a|b|c\", job!=\"b\"}; job; a c",
        "up{job=~\"a|b\", job!=\"b\"}; job; a",
        "sum by (job) (rate(x{job=~\"a|b\"}[5m])) > 3; job; a b",
        "sum(up{job=~\"a|b\"}); job; ``",
        "x{job=\"a\"} or y{job=\"b\"}; job; a b",
        "x{job=\"a\"} or y; job; ``",
        "x * on (pod) group_left (node) y{node=~\"n|m\"}; node; m n",
        "x and on (job) y{job=~\"a|b\"}; job; a b",
        "label_replace(up{job=~\"a|b\"}, \"job\", \"$1\", \"z\", \"(.*)\"); job; ``",
        "info(up{job=~\"a|b\"}); job; a b",
      })
  void knowsTheValuesThatASelectorLeaves(String expr, String label, String values) {
    assertThat(String.join(" ", new TreeSet<>(flow(expr).facts().labels().possibleValues(label))))
        .isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "up | job | MAYBE",
        "up | __name__ | SURELY",
        "up{job=\"a\"} | job | SURELY",
        "up{job!=\"\"} | job | SURELY",
        "up{job=~\"a.*\"} | job | SURELY",
        "up{job=~\".*\"} | job | MAYBE",
        "up{job=\"\"} | job | NEVER",
        "rate(x[5m]) | __name__ | NEVER",
        "last_over_time(x[5m]) | __name__ | SURELY",
        "sum(x) | job | NEVER",
        "sum by (job) (x) | job | MAYBE",
        "sum by (job) (x) | instance | NEVER",
        "sum by (job) (x{job=\"a\"}) | job | SURELY",
        "sum without (job) (x) | job | NEVER",
        "sum without (job) (x) | instance | MAYBE",
        "topk by (job) (3, x) | instance | MAYBE",
        "count_values(\"v\", x) | v | SURELY",
        "absent(x{job=\"a\", y=~\"b\"}) | job | SURELY",
        "absent(x{job=\"a\", y=~\"b\"}) | y | NEVER",
        "absent(x{job=\"a\", job=\"b\"}) | job | NEVER",
        "absent(sum(x{job=\"a\"})) | job | NEVER",
        "vector(1) | job | NEVER",
        "histogram_quantile(0.9, x_bucket) | le | NEVER",
        "label_replace(x, \"a\", \"$1\", \"b\", \"(.*)\") | a | MAYBE",
        "label_replace(sum(x), \"a\", \"v\", \"\", \".*\") | a | SURELY",
        "label_join(sum(x), \"a\", \"-\", \"b\", \"c\") | a | SURELY",
        "label_join(sum(x), \"a\", \"\", \"b\") | a | NEVER",
        "x / on (job) y | instance | NEVER",
        "x / on (job) y | job | MAYBE",
        "x / ignoring (job) y | job | NEVER",
        "x * on (pod) group_left (node) y{node=\"n\"} | node | SURELY",
        "x * on (pod) group_left (node) y | instance | MAYBE",
        "sum by (pod) (x) * on (pod) group_left (node) sum by (pod) (y) | node | NEVER",
        "sum by (node, pod) (x) * on (pod) group_right (node) y | instance | MAYBE",
        "x > 1 | __name__ | SURELY",
        "x > bool 1 | __name__ | NEVER",
        "x and on (job) y{job=\"a\"} | job | SURELY",
        "sum by (a) (x) or sum by (b) (y) | a | MAYBE",
        "sum by (a) (x) or sum by (b) (y) | c | NEVER",
        "sum by (a) (x) or y | c | MAYBE",
        "-x | __name__ | NEVER",
        "info(sum by (job) (x)) | anything | MAYBE",
        "hour() | job | NEVER",
      })
  void knowsWhichLabelsAreCarried(String expr, String label, Carried carried) {
    assertThat(flow(expr).facts().labels().of(label)).isEqualTo(carried);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a_bytes / b_bytes | a ratio",
        "a_bytes / b_bytes * 100 | a percentage",
        "100 * (1 - a_bytes / b_bytes) | a percentage",
        "100 - avg(rate(cpu_seconds_total[5m])) * 100 | a percentage",
        "rate(a_total[5m]) / rate(b_total[5m]) | a ratio",
        "rate(a_seconds_sum[5m]) / rate(a_seconds_count[5m]) | seconds",
        "histogram_quantile(0.9, rate(a_seconds_bucket[5m])) | seconds",
        "histogram_quantile(0.9, rate(a_seconds_bucket[5m])) * 1000 | milliseconds",
        "a_milliseconds / 1000 | seconds",
        "time() - a_timestamp_seconds | seconds",
        "sum(a_ratio) | a number",
        "avg(a_ratio) | a ratio",
        "a_bytes / 1024 | a number",
        "a + b | a number",
      })
  void knowsUnits(String expr, String unit) {
    assertThat(flow(expr).facts().unit().words()).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "clamp_max(x, 1) | -Infinity | 1",
        "clamp(x, 0, 5) * 2 + 1 | 1 | 11",
        "x > bool 1 | 0 | 1",
        "count(x) | 1 | Infinity",
        "up | 0 | 1",
        "1 - avg(up) | 0 | 1",
        "x > 5 | 5.000000000000001 | Infinity",
        "5 > x | -Infinity | 4.999999999999999",
        "hour() | 0 | 23",
        "abs(x) | 0 | Infinity",
        "sum(rate(a_total{code=\"5\"}[5m])) / sum(rate(a_total[5m])) | 0 | 1",
        "sum(rate(a_total{code=\"5\"}[5m])) / sum(rate(b_total[5m])) | 0 | Infinity",
        "count(x > 3) / count(x) * 100 | 0 | 100",
        "absent(x) | 1 | 1",
      })
  void knowsBoundsOfValues(String expr, double min, double max) {
    assertThat(flow(expr).facts().range()).isEqualTo(new ValueRange(min, max));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x | SOMETIMES",
        "vector(1) | ALWAYS",
        "vector(1) > 0 | ALWAYS",
        "vector(1) > 2 | NEVER",
        "x or vector(0) | ALWAYS",
        "absent(x or vector(0)) | NEVER",
        "absent(x) | SOMETIMES",
        "count(x) == 0 | NEVER",
        "clamp_max(x, 1) > 2 | NEVER",
        "x > 5 and x < 3 | NEVER",
        "x > 5 and on (job) x < 3 | SOMETIMES",
        "(x > 5) < 3 | NEVER",
        "x > 5 and x < 5 | NEVER",
        "x >= 5 and x <= 5 | SOMETIMES",
        "x{a=\"b\", a=\"c\"} | NEVER",
        "x{a=\"b\", a=~\"c.*\"} | NEVER",
        "x{a=\"\", a=~\".+\"} | NEVER",
        "x{a=~\"b.\", a!=\"c\"} | SOMETIMES",
        "x{a=\"b\"} / y{a=\"c\"} | NEVER",
        "x{a=\"b\"} / ignoring (a) y{a=\"c\"} | SOMETIMES",
        "sum by (a) (x{a=\"b\"}) / sum(y) | NEVER",
        "sum by (a) (x) / sum(y) | SOMETIMES",
        "sum by (a) (x{a=\"b\"}) and on () sum(y) | SOMETIMES",
        "x and vector(1) | SOMETIMES",
        "x unless y{a=\"1\",a=\"2\"} | SOMETIMES",
        "up > 1 | NEVER",
        "x / 0 > 1 | SOMETIMES",
        "rate(x[5m]) < 0 | NEVER",
      })
  void knowsWhetherThereIsAnything(String expr, Presence presence) {
    assertThat(flow(expr).facts().presence()).isEqualTo(presence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a_total | COUNTER",
        "sum(a_total) | COUNTER",
        "a_total * 8 | COUNTER",
        "rate(a_total[5m]) | GAUGE",
        "a_ratio | GAUGE",
        "a_total - b_total | UNKNOWN",
        "count(a_total) | GAUGE",
        "job:a_total:sum | UNKNOWN",
      })
  void knowsCountersFromGauges(String expr, MetricKind kind) {
    assertThat(flow(expr).facts().kind()).isEqualTo(kind);
  }

  @Test
  void saysWhereALabelIsLost() {
    Flow flow = flow("sum by (job) (rate(x[5m])) > 5");
    assertThat(flow.lost("job")).isEmpty();
    assertThat(flow.lost("instance"))
        .get()
        .satisfies(part -> assertThat(part).isInstanceOf(Expr.Aggregation.class));
    assertThat(flow("vector(1)").lost("job")).isPresent();
  }

  @Test
  void copesWithLongChains() {
    Flow flow = flow("a_total" + " + a_total".repeat(20_000));
    assertThat(flow.facts().kind()).isEqualTo(MetricKind.COUNTER);
  }
}
