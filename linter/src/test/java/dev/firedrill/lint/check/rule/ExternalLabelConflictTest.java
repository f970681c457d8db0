package dev.firedrill.lint.check.rule;

import static dev.firedrill.lint.LintCase.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.LintCase;
import dev.firedrill.lint.Server;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalLabelConflictTest {
  private static final LintCase CASE = LintCase.of("prometheus/external-label-conflict");
  private static final LintCase CLUSTER =
      CASE.on(Server.UNKNOWN.withExternalLabels(Map.of("cluster", "a")));

  @Test
  void reportsALabelThatHidesAnother() {
    assertThat(CLUSTER.findings(alert("expr: up == 0", "labels: {cluster: b, team: c}")))
        .containsExactly("6:14 warning: this label hides the external label `cluster=\"a\"`");
    assertThat(CLUSTER.findings(alert("expr: up == 0", "labels: {cluster: a}"))).isEmpty();
    String group = alert("expr: up == 0").replace("name: g\n", "name: g\n  labels: {cluster: b}\n");
    assertThat(CLUSTER.findings(group)).hasSize(1);
  }

  @Test
  void reportsAReadOfOneThatIsNotConfigured() {
    String region = alert("expr: up == 0", "annotations: {a: '{{ $externalLabels.region }}'}");
    assertThat(CLUSTER.findings(region))
        .containsExactly(
            "6:26 warning: no external label `region` is configured: this prints nothing");
    assertThat(CLUSTER.findings(region.replace("region", "cluster"))).isEmpty();
  }

  @Test
  void isSilentWithoutAConfiguration() {
    assertThat(CASE.findings(alert("expr: up == 0", "annotations: {a: '{{ $externalLabels.b }}'}")))
        .isEmpty();
  }
}
