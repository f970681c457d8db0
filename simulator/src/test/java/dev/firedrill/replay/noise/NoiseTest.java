package dev.firedrill.replay.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.Replay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.SeriesStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final Engine ENGINE = new Engine(EngineOptions.DEFAULT);
  private final SeriesStore data = new SeriesStore();

  @Test
  void saysWhatWouldHaveMergedTheFiringsOfAFlappingAlert() {
    minutes("queue", Labels.of("q", "a"), 0, 9, 9, 0, 0, 0, 9, 9, 9, 0, 9, 0, 0);
    Flapping flapping = only(noise(alert("Long", "queue > 5", "")).flapping());
    assertThat(flapping.flaps()).isEqualTo(2);
    assertThat(flapping.medianMillis()).isEqualTo(120_000);
    assertThat(flapping.keepFiring()).isEqualTo(new Flapping.Remedy(180_000, 1));
    assertThat(flapping.hold()).isEqualTo(new Flapping.Remedy(180_000, 0));
    assertThat(firings(alert("Long", "queue > 5", "keep_firing_for: 3m"))).isEqualTo(1);
    assertThat(firings(alert("Long", "queue > 5", "keep_firing_for: 2m"))).isEqualTo(2);
    assertThat(firings(alert("Long", "queue > 5", "for: 3m"))).isZero();
    assertThat(firings(alert("Long", "queue > 5", "for: 2m"))).isEqualTo(1);
  }

  @Test
  void countsFromTheTimeAtWhichItHeldWhereThereIsAKeepFiringFor() {
    minutes("queue", Labels.of("q", "a"), 9, 0, 0, 0, 9, 0, 0, 0, 9, 0, 0, 0, 0);
    String now = "keep_firing_for: 2m";
    Flapping flapping = only(noise(alert("Long", "queue > 5", now)).flapping());
    assertThat(flapping.keepFiring()).isEqualTo(new Flapping.Remedy(180_000, 1));
    assertThat(firings(alert("Long", "queue > 5", "keep_firing_for: 3m"))).isEqualTo(1);
  }

  @Test
  void findsAlertsThatFireTogetherAndTheLabelsInWhichTheyAgree() {
    minutes("a", Labels.of("zone", "z", "disk", "d"), 0, 9, 9, 0, 0, 9, 0);
    minutes("b", Labels.of("zone", "z", "pod", "p"), 0, 9, 9, 0, 0, 9, 0);
    minutes("b", Labels.of("zone", "other", "pod", "p"), 9, 0, 0, 0, 9, 0, 0);
    String rules =
        alert("A", "a > 5", "labels: {severity: warning, team: t}")
            + alert("B", "b{zone=\"z\"} > 5", "labels: {severity: critical, team: t}")
            + alert("All", "b > 5", "labels: {severity: critical}");
    Noise noise = noise(rules);
    assertThat(noise.together())
        .extracting(NoiseTest::text)
        .containsExactlyInAnyOrder("A MUTUAL B [zone]", "B TARGETS_WITHIN All [pod, zone]");
  }

  @Test
  void thinksOfTheGraverAlertFirst() {
    minutes("a", Labels.of("zone", "z"), 0, 7, 9, 7, 0, 7, 9, 7, 0);
    String rules =
        alert("High", "a > 5", "labels: {severity: warning}")
            + alert("VeryHigh", "a > 8", "labels: {severity: critical}");
    assertThat(noise(rules).together())
        .extracting(NoiseTest::text)
        .containsExactly("High SOURCE_WITHIN VeryHigh [zone]");
  }

  @Test
  void countsOnceWhatSeveralInstancesWouldHaveSilenced() {
    minutes("a", Labels.of("zone", "z", "n", "1"), 0, 7, 9, 7, 7, 0, 7, 9, 7, 0);
    minutes("a", Labels.of("zone", "z", "n", "2"), 0, 7, 9, 9, 7, 0, 7, 9, 7, 0);
    minutes("b", Labels.of("zone", "z"), 0, 7, 7, 7, 7, 0, 7, 7, 7, 0);
    String rules =
        alert("Some", "b > 5", "labels: {severity: warning}")
            + alert("High", "a > 8", "labels: {severity: critical}");
    Together together = only(noise(rules).together());
    assertThat(text(together)).isEqualTo("Some SOURCE_WITHIN High [zone]");
    assertThat(together.targetMillis()).isEqualTo(7 * 60_000);
    assertThat(together.covered()).isEqualTo(3 * 60_000);
  }

  @Test
  void doesNotTakeOneCoincidenceForARule() {
    minutes("a", Labels.of("zone", "z"), 0, 9, 9, 0);
    assertThat(noise(alert("A", "a > 5", "") + alert("B", "a > 6", "")).together()).isEmpty();
  }

  @Test
  void findsAlertsThatFireAllTheTime() {
    minutes("a", Labels.of("zone", "z"), 9, 9, 9, 9, 9, 9);
    minutes("a", Labels.of("zone", "y"), 9, 0, 0, 0, 9, 9);
    Noise noise = noise(alert("A", "a > 5", "") + alert("Watchdog", "vector(1)", ""));
    assertThat(noise.always()).extracting(AlwaysFiring::instances).containsExactly(1, 1);
    assertThat(noise.always()).extracting(AlwaysFiring::unconditional).containsExactly(false, true);
    assertThat(noise.together()).isEmpty();
  }

  @Test
  void tellsHowNearAnAlertCame() {
    minutes("a", Labels.of("zone", "z"), 1, 2, 8, 3);
    minutes("a", Labels.of("zone", "y"), 5, 2, 1, 3);
    NeverFired.Missed missed = (NeverFired.Missed) reason(alert("A", "10 <= a", ""));
    assertThat(missed.labels().get("zone")).isEqualTo("z");
    assertThat(missed.time()).isEqualTo(120_000);
    assertThat(List.of(missed.value(), missed.limit(), missed.distance()))
        .containsExactly(8.0, 10.0, 2.0);
  }

  @Test
  void tellsWhichPartOfAConditionFailed() {
    minutes("a", Labels.of("zone", "z"), 1, 9, 9, 9);
    minutes("b", Labels.of("zone", "z"), 1, 1, 1, 1);
    List<NeverFired.Reason> reasons =
        only(noise(alert("A", "a > 5 and b > 5", "")).never()).reasons();
    assertThat(reasons).hasSize(2);
    assertThat(((NeverFired.Missed) reasons.getFirst()).distance()).isEqualTo(4);
    assertThat(((NeverFired.Held) reasons.getLast()).share()).isEqualTo(0.75);
  }

  @Test
  void tellsWhyNothingWasCompared() {
    minutes("a", Labels.of("zone", "z"), 9, 9, 9, 9);
    minutes("limit", Labels.of("zone", "y"), 1, 1, 1, 1);
    assertThat(reason(alert("A", "a > b", ""))).isInstanceOf(NeverFired.NoSeries.class);
    assertThat(reason(alert("A", "a > limit", ""))).isInstanceOf(NeverFired.NoThreshold.class);
    assertThat(reason(alert("A", "a offset 1h > 1", ""))).isInstanceOf(NeverFired.NoValues.class);
    assertThat(reason(alert("A", "absent(a)", ""))).isInstanceOf(NeverFired.NeverAbsent.class);
    assertThat(reason(alert("A", "limit and on () absent(a)", "")))
        .isInstanceOf(NeverFired.NeverAbsent.class);
    assertThat(reason(alert("A", "a and limit", ""))).isInstanceOf(NeverFired.NoMatch.class);
    assertThat(reason(alert("A", "a > 5 or b > 5", "for: 1h")))
        .isEqualTo(new NeverFired.NotLongEnough(1, 4, 61, 3_600_000));
    assertThat(reason(alert("A", "a < 5 or b > 5", ""))).isInstanceOf(NeverFired.Missed.class);
  }

  @Test
  void knowsWhichSeriesAnExpressionCanDoWithout() {
    minutes("a", Labels.of("zone", "z"), 1, 2, 3);
    for (String needed :
        List.of(
            "x > 5", "(x or y) / a > 5", "rate(x[5m]) > 5", "sum(x) * on () group_left a > 5")) {
      assertThat(reason(alert("A", needed, ""))).as(needed).isInstanceOf(NeverFired.NoSeries.class);
    }
    for (String dispensable :
        List.of("(x or a) > 5", "a > 5 or x > 5", "a > 5 unless x", "a > scalar(x)")) {
      assertThat(reason(alert("A", dispensable, "")))
          .as(dispensable)
          .isInstanceOf(NeverFired.Missed.class);
    }
  }

  @Test
  void followsRecordsToWhatTheyAreRecordedFrom() {
    minutes("a", Labels.of("zone", "z"), 1, 2, 3);
    String rules =
        "  - {record: raw, expr: sum(nothing)}\n  - {record: ratio, expr: raw / a}\n"
            + "  - {record: none, expr: a > 5}\n"
            + alert("A", "ratio > none", "");
    assertThat(only(noise(rules).never()).reasons())
        .extracting(
            reason ->
                reason instanceof NeverFired.NothingRecorded nothing
                    ? nothing.rule().name().value() + " " + nothing.selectors().size()
                    : reason.getClass().getSimpleName())
        .containsExactly("NoSeries", "ratio 1", "none 0", "raw 1");
  }

  private NeverFired.Reason reason(String rules) {
    return only(noise(rules).never()).reasons().getFirst();
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.getFirst();
  }

  private static String text(Together together) {
    return together.targets().getFirst().rule().name().value()
        + " "
        + together.relation()
        + " "
        + together.source().rule().name().value()
        + " "
        + together.equal();
  }

  private Noise noise(String rules) {
    return Noise.of(replay(rules), ENGINE, NoiseLimits.DEFAULT);
  }

  private int firings(String rules) {
    return replay(rules).alerts().getFirst().firings();
  }

  private ReplayReport replay(String rules) {
    String yaml = "groups:\n- name: g\n  rules:\n" + rules;
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", yaml), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    return Replay.run(
        List.of(file),
        data,
        new Replay.Settings(
            data.extent().orElseThrow(),
            60_000,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false)));
  }

  private static String alert(String name, String expr, String more) {
    return "  - alert: "
        + name
        + "\n    expr: '"
        + expr
        + "'\n"
        + (more.isEmpty() ? "" : "    " + more + "\n");
  }

  private void minutes(String metric, Labels labels, double... values) {
    Labels named = labels.toBuilder().set(Labels.METRIC_NAME, metric).build();
    for (int i = 0; i < values.length; i++) {
      data.append(named, i * 60_000L, values[i]);
    }
  }
}
