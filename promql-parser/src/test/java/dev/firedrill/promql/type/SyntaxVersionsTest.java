package dev.firedrill.promql.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.Promql;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxVersionsTest {
  private static List<String> newer(String version, String expr) {
    Parsed parsed = (Parsed) Promql.parse(expr, ParseOptions.ALL);
    PrometheusVersion known = PrometheusVersion.parse(version).orElseThrow();
    return SyntaxVersions.newer(parsed.expr(), expr, known).stream()
        .map(each -> each.what() + " " + each.since())
        .toList();
  }

  @Test
  void readsVersionsAsPeopleWriteThem() {
    assertThat(PrometheusVersion.parse("v2.45.3")).contains(new PrometheusVersion(2, 45));
    assertThat(PrometheusVersion.parse("3.5.0-rc.1")).contains(new PrometheusVersion(3, 5));
    assertThat(PrometheusVersion.parse("2")).isEmpty();
    assertThat(PrometheusVersion.parse("2.x")).isEmpty();
    assertThat(PrometheusVersion.parse("")).isEmpty();
    assertThat(new PrometheusVersion(2, 9)).isLessThan(new PrometheusVersion(2, 10));
    assertThat(new PrometheusVersion(2, 55)).isLessThan(new PrometheusVersion(3, 0));
  }

  @Test
  void knowsSinceWhenFunctionsAreThere() {
    assertThat(newer("2.42", "mad_over_time(a[5m]) > 1")).containsExactly("mad_over_time() 2.50");
    assertThat(newer("2.28", "present_over_time(a[5m])"))
        .containsExactly("present_over_time() 2.29");
    assertThat(newer("2.42", "rate(a[5m]) + clamp(b, 0, 1)")).isEmpty();
  }

  @Test
  void knowsSinceWhenSyntaxIsThere() {
    assertThat(newer("2.42", "rate(a[300])")).containsExactly("a duration without a unit 2.54");
    assertThat(newer("2.42", "a > 1_000")).containsExactly("an underscore in a number 2.48");
    assertThat(newer("2.30", "a @ end() atan2 b"))
        .containsExactly("atan2 2.31", "the @ modifier 2.33");
    assertThat(newer("2.42", "{\"a.b\"}")).containsExactly("a metric name in quotes 3.0");
    assertThat(newer("2.42", "a{\"b.c\"=\"d\"}")).containsExactly("a label name in quotes 3.0");
    assertThat(newer("2.42", "{__name__=\"a\"}")).isEmpty();
    assertThat(newer("3.6", "increase(a[5m] anchored)"))
        .containsExactly("anchored and smoothed 3.7");
    assertThat(newer("3.3", "rate(a[5m * 2])")).containsExactly("arithmetic in durations 3.4");
    assertThat(newer("2.5", "max_over_time(a[1h:1m])")).containsExactly("a subquery 2.7");
  }

  @Test
  void theNewestKnowsEverything() {
    assertThat(newer("3.14", "limitk(1, a) + fill(0) histogram_quantiles(b, \"q\", 0.5)"))
        .isEmpty();
  }
}
