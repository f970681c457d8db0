package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitTestRunnerTest {
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - record: site:load:sum
          expr: sum by (site) (load)
        - alert: Busy
          expr: site:load:sum > 5
          for: 2m
          labels: {level: '{{ if gt $value 8.0 }}high{{ else }}low{{ end }}'}
          annotations:
            text: '{{ $labels.site }} at {{ $value }} in {{ $externalLabels.zone }} {{ $externalURL }}'
            peak: '{{ with query "max(load)" }}{{ . | first | value }}{{ end }}'
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(folder.resolve("rules.yml"), RULES);
  }

  @Test
  void passesWhereEverythingIsAsExpected() throws IOException {
    assertThat(
            run(
                """
                - interval: 1m
                  external_labels: {zone: z1}
                  external_url: http://p
                  input_series:
                  - series: load{site="n", host="a"}
                    values: 3x10
                  - series: load{site="n", host="b"}
                    values: 1+1x4 stale
                  alert_rule_test:
                  - {eval_time: 3m, alertname: Busy, exp_alerts: []}
                  - eval_time: 4m59s
                    alertname: Busy
                    exp_alerts:
                    - exp_labels: {site: n, level: low}
                      exp_annotations: {text: n at 8 in z1 http://p, peak: '5'}
                  - {eval_time: 5m, alertname: Busy, exp_alerts: []}
                  - {eval_time: 5m, alertname: Unknown}
                  promql_expr_test:
                  - expr: ALERTS_FOR_STATE
                    eval_time: 4m
                    exp_samples:
                    - labels: ALERTS_FOR_STATE{alertname="Busy", site="n", level="low"}
                      value: 120
                  - expr: site:load:sum
                    eval_time: 5m
                    exp_samples: [{labels: 'site:load:sum{site="n"}', value: 3}]
                """))
        .isEmpty();
  }

  @Test
  void saysWhatDiffers() throws IOException {
    assertThat(
            run(
                """
                - name: t
                  input_series: [{series: 'load{site="n"}', values: 9x5}]
                  alert_rule_test:
                  - {eval_time: 2m, alertname: Busy}
                  promql_expr_test:
                  - expr: load
                    eval_time: 1m
                    exp_samples: [{labels: 'load{site="n"}', value: 9.5}]
                  - {expr: 'load[5m]', eval_time: 1m}
                  - {expr: 'load +', eval_time: 1m}
                """))
        .containsExactly(
            "t | alert | Busy | PT2M |  | exp [] | got [Labels:{alertname=\"Busy\", level=\"high\","
                + " site=\"n\"}\nAnnotations:{peak=\"9\", text=\"n at 9 in  \"}]",
            "t | expr | load | PT1M |  | exp [{__name__=\"load\", site=\"n\"} 9.5E+00]"
                + " | got [{__name__=\"load\", site=\"n\"} 9E+00]",
            "t | expr | load[5m] | PT1M | rule result is not a vector or scalar"
                + " | exp [] | got []",
            "t | expr | load + | PT1M | 1:7: parse error: unexpected end of input"
                + " | exp [] | got []");
  }

  @Test
  void readsRecordsAndComparesNativeHistograms() throws IOException {
    assertThat(
            run(
                """
                - interval: 1m
                  input_series:
                  - series: load{site="n", host="a"}
                    values: '{{sum:4 count:2 buckets:[1 1]}}+{{sum:3 count:1 buckets:[0 1]}}x3'
                  - series: load{site="n", host="b"}
                    values: '{{sum:1 count:1 buckets:[1]}}x3'
                  promql_expr_test:
                  - expr: site:load:sum
                    eval_time: 1m
                    exp_samples:
                    - labels: site:load:sum{site="n"}
                      histogram: '{{count:4 sum:8 counter_reset_hint:not_reset buckets:[2 2]}}'
                  - expr: histogram_count(load{host="a"})
                    eval_time: 2m
                    exp_samples: [{labels: '{site="n", host="a"}', value: 4}]
                  - expr: load{host="b"}
                    eval_time: 2m
                    exp_samples:
                    - labels: load{site="n", host="b"}
                      histogram: '{{count:1 sum:1 buckets:[1]}}'
                """))
        .containsExactly(
            " | expr | load{host=\"b\"} | PT2M | "
                + " | exp [{__name__=\"load\", host=\"b\", site=\"n\"}"
                + " {{count:1 sum:1 buckets:[1]}}]"
                + " | got [{__name__=\"load\", host=\"b\", site=\"n\"}"
                + " {{count:1 sum:1 counter_reset_hint:not_reset buckets:[1]}}]");
  }

  @Test
  void wantsOneHistogramWhereAHistogramIsExpected() throws IOException {
    String test =
        """
        - promql_expr_test:
          - {expr: time(), eval_time: 1m, exp_samples: [{labels: a, histogram: '%s'}]}
        """;
    assertThat(run(test.formatted("1 2")))
        .containsExactly(
            " | expr | time() | PT1M | labels \"a\": expected 1 value, got 2"
                + " | exp [] | got []");
    assertThat(run(test.formatted("1")))
        .containsExactly(
            " | expr | time() | PT1M | labels \"a\": expected histogram, got 1.000000"
                + " | exp [] | got []");
    assertThat(run(test.formatted("{{")))
        .singleElement()
        .asString()
        .contains("labels \"a\": 1:", "parse error");
  }

  @Test
  void countsTimeFromTheStartOfTheTest() throws IOException {
    assertThat(
            run(
                """
                - start_timestamp: 2026-01-01T00:00:00Z
                  input_series: [{series: 'load{site="n"}', values: 1 2 3}]
                  promql_expr_test:
                  - {expr: time(), eval_time: 1m, exp_samples: [{value: 1767225660}]}
                  - {expr: sum(load), eval_time: 1m, exp_samples: [{value: 2}]}
                """))
        .isEmpty();
  }

  @Test
  void allowsNeighboursWhereComparisonIsFuzzy() throws IOException {
    String test =
        """
        - promql_expr_test:
          - {expr: 0.1 + 0.2, eval_time: 1m, exp_samples: [{value: 0.3}]}
        """;
    assertThat(run(test)).hasSize(1);
    assertThat(TestFiles.run(write("fuzzy_compare: true\n", test))).isEmpty();
  }

  @Test
  void stopsAtMalformedSeriesAndNamelessAlerts() throws IOException {
    assertThat(run("- input_series: [{series: load, values: 1 2 abc}]\n"))
        .singleElement()
        .asString()
        .contains("setup", "parse error: unexpected identifier \"abc\" in series values");
    assertThat(run("- name: t\n  alert_rule_test: [{eval_time: 1m}]\n"))
        .singleElement()
        .asString()
        .contains(
            "an item under alert_rule_test misses required attribute alertname at eval_time 1m"
                + " (in TestGroup t)");
  }

  @Test
  void refusesUnknownFieldsAndBadValues() throws IOException {
    assertThat(run("- input: []\n")).containsExactly("file: unknown field 'input'");
    assertThat(run("- interval: soon\n")).hasSize(1);
  }

  private List<String> run(String tests) throws IOException {
    return TestFiles.run(write("", tests));
  }

  private Path write(String settings, String tests) throws IOException {
    String text = "rule_files: [rules.yml]\n" + settings + "tests:\n" + tests;
    return Files.writeString(folder.resolve("test.yml"), text);
  }
}
