package dev.firedrill.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutgoingLabelsTest {
  private static final Labels ALERT =
      Labels.of("alertname", "Down", "instance", "gpu1:9100", "job", "Node", "severity", "page");

  private static String sent(String... rules) {
    return sent(Map.of(), ALERT, rules);
  }

  private static String sent(Map<String, String> external, Labels alert, String... rules) {
    String text = "alerting:\n  alert_relabel_configs:\n  - " + String.join("\n  - ", rules) + "\n";
    return config(text).outgoing(external).of(alert).map(Labels::toString).orElse("dropped");
  }

  private static PrometheusConfig config(String text) {
    return PrometheusReader.read(SourceFile.of("prometheus.yml", text), Map.of())
        .get()
        .orElseThrow();
  }

  private static String without(String... labels) {
    Labels.Builder left = ALERT.toBuilder();
    for (int i = 0; i < labels.length; i += 2) {
      left.set(labels[i], labels[i + 1]);
    }
    return left.build().toString();
  }

  @Test
  void replacesByDefaultWithAllOfTheSource() {
    assertThat(sent("{source_labels: [job], target_label: team}"))
        .isEqualTo(without("team", "Node"));
    assertThat(sent("{source_labels: [job, severity], target_label: team}"))
        .isEqualTo(without("team", "Node;page"));
    assertThat(sent("{target_label: team, replacement: ml}")).isEqualTo(without("team", "ml"));
    assertThat(sent("{source_labels: [none], target_label: job}")).isEqualTo(without("job", ""));
  }

  @Test
  void expandsGroupsAsGoDoes() {
    String source = "source_labels: [instance], regex: '(?P<host>[a-z]+)(\\d):(.*)'";
    assertThat(sent("{" + source + ", target_label: h, replacement: '${host}-$2/${3}$4$$'}"))
        .isEqualTo(without("h", "gpu-1/9100$"));
    assertThat(sent("{" + source + ", target_label: h, replacement: '$1x'}"))
        .isEqualTo(ALERT.toString());
    assertThat(sent("{" + source + ", target_label: '${host}_$2', replacement: on}"))
        .isEqualTo(without("gpu_1", "on"));
    assertThat(sent("{" + source + ", target_label: '$9', replacement: on}"))
        .isEqualTo(ALERT.toString());
    assertThat(sent("{source_labels: [instance], regex: gpu, target_label: h}"))
        .isEqualTo(ALERT.toString());
  }

  @Test
  void keepsAndDrops() {
    assertThat(sent("{action: drop, source_labels: [severity], regex: page|critical}"))
        .isEqualTo("dropped");
    assertThat(sent("{action: Drop, source_labels: [severity], regex: pag}"))
        .isEqualTo(ALERT.toString());
    assertThat(sent("{action: keep, source_labels: [severity], regex: page}"))
        .isEqualTo(ALERT.toString());
    assertThat(sent("{action: keep, source_labels: [team], regex: .+}")).isEqualTo("dropped");
    assertThat(sent("{action: keepequal, source_labels: [job], target_label: instance}"))
        .isEqualTo("dropped");
    assertThat(sent("{action: dropequal, source_labels: [team], target_label: none}"))
        .isEqualTo("dropped");
    assertThat(sent("{action: labelkeep, regex: none}")).isEqualTo("dropped");
  }

  @Test
  void changesNamesOfLabels() {
    assertThat(sent("{action: labeldrop, regex: inst.*|job}"))
        .isEqualTo(without("instance", "", "job", ""));
    assertThat(sent("{action: labelkeep, regex: alertname|job}"))
        .isEqualTo("{alertname=\"Down\", job=\"Node\"}");
    assertThat(sent("{action: labelmap, regex: (in)stance, replacement: '${1}_x'}"))
        .isEqualTo(without("in_x", "gpu1:9100"));
  }

  @Test
  void theLastOfLabelsMappedToOneNameWins() {
    String map = "{action: labelmap, regex: job|instance|zone, replacement: place}";
    assertThat(sent(map)).isEqualTo(without("place", "Node"));
    // What was set by a rule comes after what was there.
    assertThat(sent("{target_label: instance, replacement: set}", map))
        .isEqualTo(without("instance", "set", "place", "set"));
  }

  @Test
  void hashesAndChangesCase() {
    assertThat(sent("{action: hashmod, source_labels: [job], modulus: 1000, target_label: shard}"))
        .isEqualTo(without("shard", "15"));
    assertThat(
            sent(
                "{action: hashmod, source_labels: [job], modulus: 18446744073709551615,"
                    + " target_label: s}"))
        .isEqualTo(without("s", "13526131081040186015"));
    assertThat(sent("{action: lowercase, source_labels: [job], target_label: job}"))
        .isEqualTo(without("job", "node"));
    assertThat(
            sent(
                Map.of("name", "straße ǆ"),
                ALERT,
                "{action: uppercase, source_labels: [name], target_label: job}"))
        .isEqualTo(without("job", "STRAßE Ǆ", "name", "straße ǆ"));
  }

  @Test
  void addsExternalLabelsFirst() {
    Map<String, String> external = Map.of("replica", "a", "severity", "none");
    assertThat(sent(external, ALERT, "{regex: replica, action: labeldrop}"))
        .isEqualTo(ALERT.toString());
    assertThat(sent(external, ALERT, "{regex: none, action: labeldrop}"))
        .isEqualTo(without("replica", "a"));
  }

  @Test
  void followsTheRulesOfOneAlertmanagerAfterThoseOfAll() {
    PrometheusConfig config =
        config(
            """
            alerting:
              alert_relabel_configs: [{target_label: a, replacement: all}]
              alertmanagers:
              - static_configs: [{targets: [am:9093]}]
                alert_relabel_configs: [{source_labels: [a], target_label: b}]
            """);
    assertThat(config.outgoing(Map.of()).of(ALERT).orElseThrow().toString())
        .isEqualTo(without("a", "all", "b", "all"));
    assertThat(config.alertmanagersDiffer()).isFalse();
    assertThat(
            config(
                    """
                    alerting:
                      alertmanagers:
                      - alert_relabel_configs: [{source_labels: [a], target_label: b}]
                      - {}
                    """)
                .alertmanagersDiffer())
        .isTrue();
  }
}
