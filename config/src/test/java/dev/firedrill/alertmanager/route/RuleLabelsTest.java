package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleLabelsTest {
  @Test
  void takesLabelsOfTheRuleOverThoseOfTheGroupOverThoseOfTheSeries() {
    KnownLabels labels =
        labels(
            "sum by (team, site) (up{team=\"web\"}) > 0",
            "{severity: page, team: '', origin: rule}",
            Labels.EMPTY);

    assertThat(labels.values())
        .isEqualTo(Labels.of("alertname", "Down", "severity", "page", "origin", "rule"));
    assertThat(labels.of("site")).isEqualTo(LabelKnowledge.anything());
    assertThat(labels.of("team")).isEqualTo(LabelKnowledge.missing());
    assertThat(labels.of("instance")).isEqualTo(LabelKnowledge.missing());
    assertThat(labels.of("__name__")).isEqualTo(LabelKnowledge.missing());
    assertThat(labels.open()).isFalse();
  }

  @Test
  void aSelectorSaysWhichLabelsAreThere() {
    KnownLabels labels = labels("up{job=\"api\", rack!=\"\"} == 0", "{}", Labels.EMPTY);

    assertThat(labels.of("job")).isEqualTo(LabelKnowledge.of("api"));
    assertThat(labels.of("rack")).isEqualTo(LabelKnowledge.present("rack"));
    assertThat(labels.of("instance")).isEqualTo(LabelKnowledge.anything());
    assertThat(labels.open()).isTrue();
  }

  @Test
  void alternativesOfASelectorAreAllThereIs() {
    KnownLabels labels =
        labels(
            "sum by (tier) (rate(errors{tier=~\"gold|silver\"}[5m])) > 1",
            "{queue: 'q-{{ $labels.tier }}'}",
            Labels.EMPTY);

    assertThat(labels.of("tier")).isEqualTo(LabelKnowledge.oneOf(List.of("gold", "silver")));
    assertThat(labels.of("queue")).isEqualTo(LabelKnowledge.oneOf(List.of("q-gold", "q-silver")));
  }

  @Test
  void aTemplateMayTakeEachOfItsBranches() {
    KnownLabels labels =
        labels(
            "sum by (job) (up{job=\"api\"}) > 1",
            "{severity: '{{ if gt $value 9.0 }}page{{ else }}info{{ end }}',"
                + " owner: 'team-{{ $labels.job }}', site: '{{ .Labels.site }}',"
                + " value: '{{ $value }}', mark: 'v{{ $value }}'}",
            Labels.EMPTY);

    assertThat(labels.of("severity")).isEqualTo(LabelKnowledge.oneOf(List.of("page", "info")));
    assertThat(labels.of("owner")).isEqualTo(LabelKnowledge.of("team-api"));
    assertThat(labels.of("site")).isEqualTo(LabelKnowledge.missing());
    assertThat(labels.of("value")).isEqualTo(LabelKnowledge.anything());
    assertThat(labels.of("mark")).isEqualTo(LabelKnowledge.present("mark"));
  }

  @Test
  void externalLabelsOnlyFillWhatIsMissing() {
    KnownLabels labels =
        labels(
            "sum by (site) (up) > 0",
            "{severity: page}",
            Labels.of("severity", "info", "cluster", "west", "site", "s1"));

    assertThat(labels.of("severity")).isEqualTo(LabelKnowledge.of("page"));
    assertThat(labels.of("cluster")).isEqualTo(LabelKnowledge.of("west"));
    assertThat(labels.of("site")).isEqualTo(LabelKnowledge.present("site"));
  }

  private static KnownLabels labels(String expr, String ruleLabels, Labels external) {
    String text =
        """
        groups:
        - name: g
          labels: {origin: group, severity: info}
          rules:
          - alert: Down
            expr: %s
            labels: %s
        """
            .formatted(expr, ruleLabels);
    RuleGroup group =
        RuleFiles.read(SourceFile.of("r.yml", text), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow()
            .groups()
            .getFirst();
    AlertingRule rule = (AlertingRule) group.rules().getFirst();
    LabelFlow flow =
        Flow.byNames(((ParseResult.Parsed) rule.expr().result()).expr()).facts().labels();
    return RuleLabels.of(rule, group, flow, external);
  }
}
