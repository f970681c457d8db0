package dev.firedrill.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrafanaReaderTest {
  private static final Path STACK =
      Repository.file("testdata/training-scheduler/monitoring/grafana");

  private static GrafanaFile read(String path) throws IOException {
    String text = Files.readString(STACK.resolve(path));
    return GrafanaReader.read(SourceFile.of(path, text)).orElseThrow();
  }

  @Test
  void readsContactPointsAndPolicies() throws IOException {
    GrafanaFile points = read("provisioning/alerting/contact_points.yml");
    assertThat(points.contactPoints())
        .extracting(point -> String.valueOf(point.name()))
        .containsExactly("email-oncall", "slack-critical", "slack-warning");
    assertThat(points.contactPoints().getFirst().integrations().getFirst().settings())
        .containsExactlyInAnyOrder("addresses", "singleEmail");
    GrafanaFile policies = read("provisioning/alerting/policies.yml");
    assertThat(policies.policies().getFirst().all())
        .extracting(policy -> String.valueOf(policy.receiver()))
        .containsExactly("email-oncall", "email-oncall", "slack-critical", "slack-warning");
  }

  @Test
  void readsPanelsWithTheThresholdsThatTheyShow() throws IOException {
    GrafanaFile dashboard = read("dashboards/alerts-dashboard.json");
    assertThat(dashboard.panels()).hasSize(8);
    Panel rate = dashboard.panels().get(4);
    assertThat(rate.title()).isEqualTo("Task failure rate");
    assertThat(rate.thresholds()).extracting(value -> value.value()).containsExactly(0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "groups: []",
        "apiVersion: 1\ndatasources: []",
        "apiVersion: v1\nkind: ConfigMap\npolicies: [{receiver: a}]",
        "contactPoints: [{name: a}]",
        "{\"panels\": 5, \"rows\": [[], null]}",
      })
  void leavesOtherFilesAlone(String text) {
    assertThat(GrafanaReader.read(SourceFile.of("a.yml", text))).isEmpty();
  }
}
