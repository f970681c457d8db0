package dev.firedrill.lint.check.deployment;

import static dev.firedrill.lint.check.deployment.Deployments.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaLabelTest {
  private static final LintCase CASE = LintCase.of("prometheus/replica-label");

  private static List<String> findings(String relabelling) {
    return findings(CASE, "replica", relabelling);
  }

  private static List<String> findings(LintCase lint, String label, String relabelling) {
    String config =
        "global: {external_labels: {"
            + label
            + ": a}}\nalerting: {alert_relabel_configs: ["
            + relabelling
            + "]}";
    return lint.in(Deployments.prometheus(Path.of("/"), config, Map.of())).findings(RULES);
  }

  @Test
  void reportsAReplicaLabelThatStays() {
    assertThat(findings(""))
        .containsExactly(
            "1:28 warning: `replica` tells replicas apart and stays on alerts: each replica's page"
                + " counts as another alert");
    assertThat(findings("{action: labeldrop, regex: cluster}")).hasSize(1);
    assertThat(findings("{action: drop, source_labels: [replica], regex: b}")).hasSize(1);
    assertThat(findings("{target_label: replica, source_labels: [replica]}")).hasSize(1);
  }

  @Test
  void acceptsEachWayToDropIt() {
    assertThat(findings("{action: labeldrop, regex: replica}")).isEmpty();
    assertThat(findings("{action: labeldrop, regex: 'rep.*'}")).isEmpty();
    assertThat(findings("{action: labelkeep, regex: 'alertname|severity'}")).isEmpty();
    assertThat(findings("{target_label: replica, replacement: ''}")).isEmpty();
  }

  @Test
  void takesTheNamesOfTheLabelsFromTheSettings() {
    assertThat(findings(CASE, "shard", "")).isEmpty();
    assertThat(findings(CASE.with("labels", List.of("shard")), "shard", "")).hasSize(1);
    assertThat(CASE.findings(RULES)).isEmpty();
  }
}
