package dev.firedrill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleFilesTest {
  @Test
  void readsEveryFieldOfGroupsAndRules() {
    RuleReading reading =
        read(
            """
            groups:
            - name: gpus
              interval: 30s
              query_offset: 1m
              limit: 10
              labels: {team: ml, tier: 1}
              rules:
              - alert: GpuHot
                expr: gpu_temperature > 80
                for: 5m
                keep_firing_for: 1h30m
                labels: {severity: critical}
                annotations: {summary: "{{ $labels.gpu }} is hot"}
              - record: gpu:temperature:max
                expr: max by (gpu) (gpu_temperature)
                labels: {source: dcgm}
            """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.kind()).isEqualTo(FileKind.RULES);
    RuleGroup group = groups(reading).getFirst();
    assertThat(value(group.interval())).isEqualTo(Duration.ofSeconds(30));
    assertThat(value(group.queryOffset())).isEqualTo(Duration.ofMinutes(1));
    assertThat(value(group.limit())).isEqualTo(10);
    assertThat(group.labels()).extracting(l -> l.value().text()).containsExactly("ml", "1");
    AlertingRule alert = (AlertingRule) group.rules().getFirst();
    assertThat(alert.name().value()).isEqualTo("GpuHot");
    assertThat(alert.name().location().start().line()).isEqualTo(8);
    assertThat(alert.expr().result()).isInstanceOf(ParseResult.Parsed.class);
    assertThat(value(alert.holdDuration())).isEqualTo(Duration.ofMinutes(5));
    assertThat(value(alert.keepFiringFor())).isEqualTo(Duration.ofMinutes(90));
    RecordingRule record = (RecordingRule) group.rules().getLast();
    assertThat(record.name().value()).isEqualTo("gpu:temperature:max");
  }

  @Test
  void pointsIntoAFoldedExpression() {
    RuleReading reading =
        read(
            """
            groups:
            - name: a
              rules:
              - record: r
                expr: >-
                  sum(up)
                  / sum(rate(up))
            """);

    Diagnostic error = reading.problems().getFirst().diagnostic();
    assertThat(error.check()).isEqualTo("promql/syntax");
    assertThat(error.location().start().line()).isEqualTo(7);
    assertThat(error.location().start().column()).isEqualTo(18);
    assertThat(PromtoolErrors.of(reading))
        .singleElement()
        .asString()
        .startsWith(
            "5:11: group \"a\", rule 1, \"r\": could not parse expression: 1:20: parse error: ");
  }

  @Test
  void pointsIntoTheTemplateOfAnAnnotation() {
    RuleReading reading =
        read(
            """
            groups:
            - name: a
              rules:
              - alert: A
                expr: up == 0
                annotations:
                  summary: "x\\ty {{ $label.job }}"
            """);

    Diagnostic error = reading.problems().getFirst().diagnostic();
    assertThat(error.check()).isEqualTo("template/syntax");
    assertThat(error.location().start().line()).isEqualTo(7);
    assertThat(error.location().start().column()).isBetween(24, 26);
    assertThat(PromtoolErrors.of(reading))
        .containsExactly(
            "group \"a\", rule 1, \"A\": annotation \"summary\": template: __alert_A:1: undefined"
                + " variable \"$label\"");
  }

  @Test
  void takesEmptyFilesForRuleFilesWithoutRules() {
    for (String text : List.of("", "# nothing\n", "---\n", "groups:\n")) {
      RuleReading reading = read(text);
      assertThat(reading.rejected()).as(text).isFalse();
      assertThat(groups(reading)).as(text).isEmpty();
    }
  }

  @Test
  void readsOnlyTheFirstDocumentAndSaysSo() {
    RuleReading reading = read("groups: []\n---\ngroups: [{name: x, rulez: 1}]\n");

    assertThat(reading.rejected()).isFalse();
    assertThat(reading.documents()).isEqualTo(2);
    assertThat(reading.problems())
        .extracting(problem -> problem.diagnostic().check())
        .containsExactly("file/documents");
  }

  @Test
  void saysWhichGroupsBesideResourcesAreNotRead() {
    RuleReading reading =
        read(
            """
            groups: [{name: plain, rules: []}]
            ---
            kind: PrometheusRule
            apiVersion: monitoring.coreos.com/v1
            spec: {groups: [{name: own, rules: []}]}
            ---
            kind: Service
            ---
            groups: [{name: other, rules: []}]
            """);
    assertThat(groups(reading)).extracting(group -> group.name().value()).containsExactly("own");
    assertThat(reading.rejected()).isFalse();
    assertThat(reading.problems())
        .extracting(problem -> problem.diagnostic().location().start().line())
        .containsExactly(1, 9);
  }

  @Test
  void readsPrometheusRulesFromListsAndSeveralDocuments() {
    RuleReading reading =
        read(
            """
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: one}
            spec:
              groups:
              - name: a
                rules: [{record: x, expr: 1}]
            ---
            apiVersion: v1
            kind: List
            items:
            - kind: ConfigMap
            - apiVersion: monitoring.coreos.com/v1
              kind: PrometheusRule
              spec:
                groups:
                - name: a
                  rules: [{alert: X, expr: "up =="}]
            """);

    assertThat(reading.kind()).isEqualTo(FileKind.PROMETHEUS_RULE);
    assertThat(groups(reading)).hasSize(2);
    assertThat(reading.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.diagnostic().location().start().line()).isEqualTo(18));
  }

  @Test
  void takesWhatTheOperatorTakesInResources() {
    RuleReading reading =
        read(
            """
            $schema: /prometheus-rule-1.yml
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            spec:
              groups:
              - name: a
                partial_response_strategy: warn
                rules: [{record: x, expr: 1}]
            """);

    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void listsDecodingErrorsAsPromtoolDoes() {
    RuleReading reading = read("groups:\n- name: a\n  name: b\n  rulez: []\n  rules: x\n");

    assertThat(PromtoolErrors.of(reading))
        .first()
        .asString()
        .startsWith("yaml: unmarshal errors:\n  line 3: mapping key \"name\" already defined")
        .contains("line 4: field rulez not found in type rulefmt.RuleGroup");
    assertThat(reading.loaded().failed()).isTrue();
  }

  @Test
  void passesOverUnknownFieldsWhereAsked() {
    String text = "groups:\n- name: a\n  rulez: []\n  partial_response_strategy: warn\n";
    RuleFileOptions all = RuleFileOptions.DEFAULT.withIgnoreUnknownFields(true);
    RuleFileOptions thanos = RuleFileOptions.DEFAULT.withDialects(Set.of(RuleDialect.THANOS));

    assertThat(read(text).problems()).hasSize(2);
    assertThat(read(text).dialects()).containsExactly(RuleDialect.THANOS);
    assertThat(read(text, all).problems()).isEmpty();
    assertThat(read(text, thanos).problems()).hasSize(1);
  }

  @Test
  void namesTheFieldThatARecordCannotHave() {
    RuleReading reading =
        read("groups:\n- name: a\n  rules:\n  - record: r\n    expr: 1\n    for: 1m\n");

    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.promtool())
                  .isEqualTo(
                      "4:13: group \"a\", rule 1, \"r\": invalid field 'for' in recording rule");
              assertThat(problem.diagnostic().location().start().line()).isEqualTo(6);
            });
  }

  @Test
  void aRecordMayHaveAForOfZero() {
    assertThat(read("groups:\n- name: a\n  rules:\n  - {record: r, expr: 1, for: 0s}\n").problems())
        .isEmpty();
  }

  @Test
  void asksForNameAndExpression() {
    RuleReading reading = read("groups:\n- rules:\n  - labels: {a: b}\n    expr:\n");

    assertThat(PromtoolErrors.of(reading))
        .containsExactly(
            "0:0: Groupname must not be empty",
            "0:0: 0:0: group \"\", rule 1, \"\": one of 'record' or 'alert' must be set",
            "4:10: group \"\", rule 1, \"\": field 'expr' must be set in rule");
    assertThat(groups(reading).getFirst().rules()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithADuration() {
    RuleReading reading = read("groups:\n- name: a\n  interval: 1x\n  rules: []\n");

    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.promtool()).isEqualTo("unknown unit \"x\" in duration \"1x\"");
              assertThat(problem.diagnostic().location().start().column()).isEqualTo(13);
            });
  }

  @Test
  void takesLegacyNamesWhereAsked() {
    String text = "groups:\n- name: a\n  rules:\n  - {record: a b, expr: 1, labels: {x-y: z}}\n";

    assertThat(read(text).problems()).isEmpty();
    assertThat(read(text, RuleFileOptions.DEFAULT.withLegacyNames(true)).problems())
        .extracting(RuleProblem::promtool)
        .containsExactly(
            "4:14: group \"a\", rule 1, \"a b\": invalid recording rule name: a b",
            "group \"a\", rule 1, \"a b\": invalid label name: x-y");
  }

  private static RuleReading read(String text) {
    return read(text, RuleFileOptions.DEFAULT);
  }

  private static RuleReading read(String text, RuleFileOptions options) {
    return RuleFiles.read(SourceFile.of("rules.yml", text), options);
  }

  private static List<RuleGroup> groups(RuleReading reading) {
    return reading.loaded().get().orElseThrow().groups();
  }

  private static <T> T value(@Nullable Located<T> located) {
    return java.util.Objects.requireNonNull(located).value();
  }
}
