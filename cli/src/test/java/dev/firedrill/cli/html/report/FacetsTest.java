package dev.firedrill.cli.html.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FacetsTest {
  @Test
  void areTheLabelsThatTellAlertsApart() {
    assertThat(
            Facets.of(
                List.of(
                    alert("severity: a, team: x, stack: s", Labels.of("shard", "1", "pod", "p1")),
                    alert("severity: b, team: y, stack: s", Labels.of("shard", "2", "pod", "p2")))))
        .containsExactly("severity", "team", "shard");
  }

  @Test
  void knowTheLabelsOfAlertsThatNeverWereActive() {
    assertThat(Facets.of(List.of(alert("team: x"), alert("team: y")))).containsExactly("team");
  }

  @Test
  void leaveOutWhatATemplateFillsInWhereNothingDid() {
    assertThat(Facets.of(List.of(alert("team: '{{ $labels.a }}'"), alert("team: y")))).isEmpty();
  }

  @Test
  void leaveOutWhatHasTooManyValuesOrStandsOnFewAlerts() {
    List<AlertReplay> alerts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      alerts.add(alert("severity: a, number: n" + i + (i < 2 ? ", rare: r" + i : "")));
    }
    assertThat(Facets.of(alerts)).containsExactly("severity");
  }

  private static AlertReplay alert(String written, Labels... instances) {
    String text =
        "groups: [{name: g, rules: [{alert: A, expr: up, labels: {%s}}]}]".formatted(written);
    RuleGroup group =
        RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow()
            .groups()
            .getFirst();
    List<AlertTimeline> timelines = new ArrayList<>();
    for (Labels labels : instances) {
      timelines.add(new AlertTimeline(labels, new TreeMap<>(), List.of()));
    }
    return new AlertReplay((Rule.AlertingRule) group.rules().getFirst(), group, null, timelines);
  }
}
