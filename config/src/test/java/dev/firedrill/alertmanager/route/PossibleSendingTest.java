package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PossibleSendingTest {
  /// An alert with a severity of two, a job that nobody knows, and whatever else.
  private static final KnownLabels OPEN =
      KnownLabels.ANY
          .with("alertname", LabelKnowledge.of("Down"))
          .with("severity", LabelKnowledge.oneOf(List.of("page", "warning")))
          .with("job", LabelKnowledge.present("job"));

  private static final KnownLabels CLOSED =
      KnownLabels.of(Labels.of("alertname", "Down"))
          .with("severity", LabelKnowledge.oneOf(List.of("page", "warning")));

  private static PossibleSending sending(KnownLabels labels, String... rules) {
    String text = "alerting:\n  alert_relabel_configs:\n  - " + String.join("\n  - ", rules);
    PrometheusConfig config =
        PrometheusReader.read(SourceFile.of("prometheus.yml", text), Map.of()).get().orElseThrow();
    return PossibleSending.of(labels, config.alertRelabelConfigs());
  }

  private static LabelKnowledge after(KnownLabels labels, String label, String... rules) {
    return sending(labels, rules).labels().of(label);
  }

  @Test
  void knowsWhatIsDropped() {
    assertThat(sending(OPEN, "{action: drop, source_labels: [alertname], regex: D.*}").sent())
        .isFalse();
    assertThat(sending(OPEN, "{action: keep, source_labels: [alertname], regex: Up}").sent())
        .isFalse();
    PossibleSending kept = sending(OPEN, "{action: drop, source_labels: [severity], regex: info}");
    assertThat(kept.sent()).isTrue();
    assertThat(kept.filters()).isEmpty();
  }

  @Test
  void knowsWhatIsLeftWhereSomeAreDropped() {
    PossibleSending some = sending(OPEN, "{action: drop, source_labels: [severity], regex: page}");
    assertThat(some.filters()).hasSize(1);
    assertThat(some.labels().of("severity")).isEqualTo(LabelKnowledge.of("warning"));
    PossibleSending jobs = sending(OPEN, "{action: keep, source_labels: [job], regex: a|b}");
    assertThat(jobs.labels().of("job")).isEqualTo(LabelKnowledge.oneOf(List.of("a", "b")));
    PossibleSending equal =
        sending(OPEN, "{action: dropequal, source_labels: [alertname], target_label: job}");
    assertThat(equal.labels().verdict(Matcher.of("job", Operator.EQUAL, "Down")))
        .isEqualTo(Verdict.NEVER);
  }

  @Test
  void followsReplacements() {
    String team = "{source_labels: [severity], regex: page, target_label: team, replacement: a}";
    assertThat(after(CLOSED, "team", team)).isEqualTo(LabelKnowledge.oneOf(List.of("", "a")));
    assertThat(after(OPEN, "team", "{target_label: team, replacement: a}"))
        .isEqualTo(LabelKnowledge.of("a"));
    assertThat(after(OPEN, "team", "{source_labels: [job], regex: x(.*), target_label: team}"))
        .isEqualTo(LabelKnowledge.anything());
    assertThat(after(OPEN, "team", "{source_labels: [alertname, severity], target_label: team}"))
        .isEqualTo(LabelKnowledge.oneOf(List.of("Down;page", "Down;warning")));
    assertThat(sending(OPEN, "{source_labels: [job], target_label: $1}").labels())
        .isEqualTo(KnownLabels.ANY);
  }

  @Test
  void livesWithBracketsThatMatchOnlyWithThoseAround() {
    String odd = "regex: 'a)|(b'";
    assertThat(sending(OPEN, "{action: keep, source_labels: [job], " + odd + "}").filters())
        .hasSize(1);
    assertThat(after(OPEN, "team", "{action: labeldrop, " + odd + "}"))
        .isEqualTo(LabelKnowledge.anything());
    assertThat(after(OPEN, "t", "{source_labels: [job], target_label: t, " + odd + "}"))
        .isEqualTo(LabelKnowledge.anything());
  }

  @Test
  void followsConversions() {
    assertThat(after(OPEN, "s", "{action: uppercase, source_labels: [severity], target_label: s}"))
        .isEqualTo(LabelKnowledge.oneOf(List.of("PAGE", "WARNING")));
    assertThat(
            after(OPEN, "s", "{action: hashmod, source_labels: [x], modulus: 4, target_label: s}"))
        .isEqualTo(LabelKnowledge.present("s"));
  }

  @Test
  void followsNamesOfLabels() {
    assertThat(after(OPEN, "replica", "{action: labeldrop, regex: replica|instance}"))
        .isEqualTo(LabelKnowledge.missing());
    assertThat(after(OPEN, "team", "{action: labeldrop, regex: replica.*}"))
        .isEqualTo(LabelKnowledge.anything());
    assertThat(after(OPEN, "severity", "{action: labeldrop, regex: sev.*}"))
        .isEqualTo(LabelKnowledge.missing());
    assertThat(after(OPEN, "team", "{action: labelkeep, regex: alertname|job}"))
        .isEqualTo(LabelKnowledge.missing());
    assertThat(after(OPEN, "job", "{action: labelkeep, regex: alertname|job}"))
        .isEqualTo(LabelKnowledge.present("job"));
    assertThat(
            after(
                CLOSED, "old_severity", "{action: labelmap, regex: (sev.*), replacement: old_$1}"))
        .isEqualTo(LabelKnowledge.oneOf(List.of("page", "warning")));
    assertThat(sending(OPEN, "{action: labelmap, regex: x_(.*)}").labels())
        .isEqualTo(KnownLabels.ANY);
  }
}
