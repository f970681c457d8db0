package dev.firedrill.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.Replay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.compare.RuleComparison;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextFormat;
import dev.firedrill.series.text.TextRecording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Alerts on a recording of two queues over twenty minutes, a sample a minute:
/// `a` 0 1 2 3 4 5 6 7 8 9 9 8 7 6 5 4 3 2 1 0, and `b` high at both ends.
class ReplayComparisonTest {
  private static final String A = "0 1 2 3 4 5 6 7 8 9 9 8 7 6 5 4 3 2 1 0";
  private static final String B = "9 9 9 9 0 0 0 0 0 0 0 0 0 0 9 9 9 9 9 9";

  private static SeriesStore recording(String... more) {
    StringBuilder text = new StringBuilder();
    for (String series : List.of("a " + A, "b " + B)) {
      String[] words = series.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        text.append("queue{name=\"").append(words[0]).append("\",zone=\"z\"} ");
        text.append(words[i]).append(' ').append((i - 1) * 60).append(".0\n");
      }
    }
    for (String line : more) {
      text.append(line).append('\n');
    }
    byte[] bytes = text.append("# EOF\n").toString().getBytes(StandardCharsets.UTF_8);
    try {
      return TextRecording.read("q.om", new ByteArrayInputStream(bytes), TextFormat.OPENMETRICS)
          .get()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleFile file(String... rules) {
    StringBuilder text = new StringBuilder("groups:\n- name: g\n  rules:\n");
    for (String rule : rules) {
      text.append("  - {").append(rule).append("}\n");
    }
    SourceFile source = SourceFile.of("rules.yml", text.toString());
    return RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().get().orElseThrow();
  }

  private static ReplayReport replay(RuleFile file) {
    return replay(file, recording());
  }

  private static ReplayReport replay(RuleFile file, SeriesSource recording) {
    return Replay.run(
        List.of(file),
        recording,
        new Replay.Settings(
            recording.extent().orElseThrow(),
            60_000,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false)));
  }

  private static ReplayComparison compare(RuleFile before, RuleFile after) {
    return ReplayComparison.of(
        RuleComparison.of(List.of(before), List.of(after)), replay(before), replay(after));
  }

  @Test
  void whatStillFiresAtTheLastEvaluationHasNotEndedThen() {
    // The last value of `a` is 0, and that of the minute before 1.
    RuleFile before = file("alert: A, expr: 'queue{name=\"a\"} >= 0'");
    RuleFile after =
        file("alert: A, expr: 'queue{name=\"a\"} >= 0 and on () vector(time()) < 1140'");

    MovedWindow moved = compare(before, after).different().getFirst().moved().getFirst();

    assertThat(moved.startShift()).isZero();
    assertThat(moved.endShift()).isZero();
    assertThat(moved.before().interval().open()).isTrue();
    assertThat(moved.after().interval().open()).isFalse();
  }

  /// What differs, in minutes since the start.
  private static List<String> windows(ReplayComparison comparison) {
    List<String> lines = new ArrayList<>();
    for (BehaviourChange change : comparison.different()) {
      change.added().forEach(window -> lines.add("+ " + text(change, window)));
      change.removed().forEach(window -> lines.add("- " + text(change, window)));
      for (MovedWindow moved : change.moved()) {
        lines.add(
            "~ "
                + text(change, moved.after())
                + " by "
                + moved.startShift() / 60_000
                + " and "
                + moved.endShift() / 60_000);
      }
      for (BehaviourChange.Relabelled pair : change.relabelled()) {
        lines.add(change.name() + " " + pair.before() + " is " + pair.after());
      }
    }
    return lines;
  }

  private static String text(BehaviourChange change, AlertWindow window) {
    Labels labels = window.labels();
    return change.name()
        + (labels.has("name") ? " " + labels.get("name") : "")
        + " "
        + window.interval().start() / 60_000
        + ".."
        + window.interval().end() / 60_000;
  }

  @Test
  void theSameRulesDoTheSame() {
    ReplayComparison same =
        compare(file("alert: A, expr: queue > 4"), file("alert: A, expr: queue  > 4"));
    assertThat(same.different()).isEmpty();
    assertThat(same.alerts().getFirst().kept()).isEqualTo(3);
  }

  @Test
  void anotherThresholdMovesWindows() {
    assertThat(
            windows(compare(file("alert: A, expr: queue > 4"), file("alert: A, expr: queue > 6"))))
        .containsExactly("~ A a 7..13 by 2 and -2");
  }

  @Test
  void aLongerForTakesWindowsAway() {
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: queue > 4"), file("alert: A, expr: queue > 4, for: 4m"))))
        .containsExactly("- A b 0..4", "~ A a 9..15 by 4 and 0", "~ A b 18..19 by 4 and 0");
  }

  @Test
  void windowsThatLastToTheEndAreTheSame() {
    // Of b, which is long again at 14, the last evaluation is at 19.
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: queue > 4"), file("alert: A, expr: queue > 4, for: 5m"))))
        .contains("~ A b 19..19 by 5 and 0");
  }

  @Test
  void oneWindowThatCoversTwoTakesTheOtherAway() {
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: queue > 4"),
                    file("alert: A, expr: queue > 4, keep_firing_for: 15m"))))
        .containsExactly("- A b 0..4", "~ A b 0..19 by -14 and 0", "~ A a 5..19 by 0 and 4");
  }

  @Test
  void alertsComeAndGoAndAreRenamed() {
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: queue > 8", "alert: Old, expr: queue > 4"),
                    file(
                        "alert: B, expr: 'queue{name=\"a\"} > 8'", "alert: New, expr: queue > 4"))))
        .containsExactly(
            "+ B a 9..11",
            "New {alertname=\"Old\", name=\"b\", zone=\"z\"}"
                + " is {alertname=\"New\", name=\"b\", zone=\"z\"}",
            "New {alertname=\"Old\", name=\"a\", zone=\"z\"}"
                + " is {alertname=\"New\", name=\"a\", zone=\"z\"}",
            "- A b 0..4",
            "- A a 9..11",
            "- A b 14..19");
  }

  @Test
  void anotherSeverityIsNoOtherInstance() {
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: max(queue) > 8, labels: {severity: warning}"),
                    file("alert: A, expr: max(queue) > 8, labels: {severity: page}"))))
        .containsExactly(
            "A {alertname=\"A\", severity=\"warning\"} is {alertname=\"A\", severity=\"page\"}");
  }

  @Test
  void fewerLabelsMatchWhereTheyTellInstancesApart() {
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: queue > 8"),
                    file("alert: A, expr: max by (name) (queue) > 8, for: 1m"))))
        .contains("~ A a 10..11 by 1 and 0");
    assertThat(
            windows(
                compare(
                    file("alert: A, expr: queue > 8"),
                    file("alert: A, expr: max by (zone) (queue) > 8"))))
        .contains("+ A 0..4", "- A a 9..11");
  }

  @Test
  void whatWasRecordedOfARuleThatDiffersIsComputedAnew() {
    // As a server with the old rule recorded it: 9 at the ends, at most.
    List<String> recorded = new ArrayList<>();
    String[] b = B.split(" ", -1);
    for (int i = 0; i < b.length; i++) {
      recorded.add("top{zone=\"z\"} " + b[i] + " " + i * 60 + ".0");
    }
    recorded.add("ALERTS{alertname=\"A\",alertstate=\"firing\"} 1 0.0");
    recorded.add("ALERTS{alertname=\"Else\",alertstate=\"firing\"} 1 0.0");
    SeriesStore recording = recording(recorded.toArray(new String[0]));
    String alert = "alert: A, expr: top > 8";
    RuleFile before = file("record: top, expr: 'max by (zone) (queue{name=\"b\"})'", alert);
    RuleFile after = file("record: top, expr: max by (zone) (queue)", alert);
    RuleComparison rules = RuleComparison.of(List.of(before), List.of(after));

    AffectedRules affected = AffectedRules.of(rules);
    assertThat(affected.records()).containsExactly("top");
    assertThat(affected.alerts()).containsExactly("A");
    assertThat(affected.recorded(recording)).containsExactly("A", "top");
    SeriesSource source = affected.without(recording);
    assertThat(source.names(List.of(), TimeRange.ALL))
        .extracting(Labels::metricName)
        .containsExactlyInAnyOrder("ALERTS", "queue", "queue");
    assertThat(windows(ReplayComparison.of(rules, replay(before, source), replay(after, source))))
        .containsExactly("+ A 9..11");
  }

  @Test
  void onlyWhatReadsWhatDiffersIsAffected() {
    String[] same = {
      "record: b, expr: a + 1",
      "record: c, expr: '{__name__=~\"b|x\"} * 2'",
      "record: d, expr: queue",
      "alert: OnC, expr: c > 1",
      "alert: OnD, expr: d > 1",
      "alert: OnAlert, expr: 'ALERTS{alertname=\"OnC\"} == 1'"
    };
    List<String> old = new ArrayList<>(List.of(same));
    List<String> now = new ArrayList<>(List.of(same));
    old.add("record: a, expr: queue");
    now.add("record: a, expr: queue * 2");
    AffectedRules affected =
        AffectedRules.of(
            RuleComparison.of(
                List.of(file(old.toArray(new String[0]))),
                List.of(file(now.toArray(new String[0])))));
    assertThat(affected.records()).containsExactly("a", "b", "c");
    assertThat(affected.alerts()).containsExactly("OnAlert", "OnC");
  }

  @Test
  void aRenamedRuleIsEvaluatedWhenItWas() {
    List<String> recorded = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      recorded.add("top{} 1 " + i * 60 + ".017");
    }
    SeriesStore recording = recording(recorded.toArray(new String[0]));
    RuleFile before = file("record: top, expr: max(queue)", "alert: A, expr: top > 8");
    RuleFile after = file("record: highest, expr: max(queue)", "alert: A, expr: highest > 8");
    RuleComparison rules = RuleComparison.of(List.of(before), List.of(after));
    SeriesSource source = AffectedRules.of(rules).without(recording);
    assertThat(windows(ReplayComparison.of(rules, replay(before, source), replay(after, source))))
        .isEmpty();
  }
}
