package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordingSummaryTest {
  private static final long MINUTE = 60_000;

  // A sample a minute for four hours, none in the second and the third.
  private final SeriesStore store = new SeriesStore();

  RecordingSummaryTest() {
    for (int minute = 0; minute < 240; minute++) {
      if (minute < 60 || minute >= 180) {
        store.append(Labels.of("__name__", "x"), minute * MINUTE, minute % 3);
      }
    }
  }

  private static boolean isInGap(
      RecordingSummary summary, String expr, Labels instance, long minute) {
    RuleGroup group = file(expr).groups().getFirst();
    return summary.instances().isInGap(group, group.rules().getLast(), instance, minute * MINUTE);
  }

  private static RuleFile file(String expr) {
    String rules =
        """
        groups:
        - name: g
          rules:
          - {record: 'slow:max', expr: 'max(slow)'}
          - {alert: X, expr: 'EXPR', for: 5m}
        """
            .replace("EXPR", expr.replace("'", "''"));
    return RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
        .loaded()
        .get()
        .orElseThrow();
  }

  private RecordingSummary summary(SeriesSource source, String expr, long first, long last) {
    RuleFile file = file(expr);
    Replay.Settings settings =
        new Replay.Settings(
            new TimeRange(first * MINUTE, last * MINUTE),
            MINUTE,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false));
    return Replay.run(List.of(file), source, settings).data();
  }

  @Test
  void aSelectorHasDataWhereAnEvaluationMayReadSome() {
    assertThat(summary(store, "x >= 0", 0, 59).selectorsWithData()).isOne();
    assertThat(summary(store, "x >= 0", 64, 120).selectorsWithData()).isOne();
    assertThat(summary(store, "x >= 0", 90, 150).selectorsWithData()).isZero();
    assertThat(summary(store, "avg_over_time(x[1h]) >= 0", 90, 150).selectorsWithData()).isOne();
    assertThat(summary(store, "x offset 1h >= 0", 90, 150).selectorsWithData()).isOne();
  }

  @Test
  void seriesThatAreOnlyAroundATimeHaveNoDataInIt() {
    // As an index tells, by the chunk that reaches over the gap.
    SeriesSource indexed =
        new SeriesSource() {
          @Override
          public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
            return store.select(matchers, range);
          }

          @Override
          public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
            Set<Labels> names = new LinkedHashSet<>();
            store.select(matchers, TimeRange.ALL).forEach(one -> names.add(one.labels()));
            return names;
          }

          @Override
          public Optional<TimeRange> extent() {
            return store.extent();
          }
        };
    assertThat(summary(indexed, "x >= 0", 90, 150).selectorsWithData()).isZero();
    assertThat(summary(indexed, "x >= 0", 30, 150).selectorsWithData()).isOne();
  }

  @Test
  void whatEndsForWantOfSamplesEndsInAGap() {
    RecordingSummary summary = summary(store, "x >= 0", -60, 300);
    assertThat(summary.knownGaps())
        .containsExactly(
            new TimeRange(-60 * MINUTE, 0),
            new TimeRange(59 * MINUTE, 180 * MINUTE),
            new TimeRange(239 * MINUTE, 300 * MINUTE));
    assertThat(isInGap(summary, "x >= 0", Labels.EMPTY, 64)).isTrue();
    assertThat(isInGap(summary, "x >= 0", Labels.EMPTY, 200)).isFalse();
    assertThat(isInGap(summary, "x >= 0", Labels.EMPTY, 244)).isTrue();
  }

  @Test
  void anAlertEndsInAGapOnlyOfSeriesThatItReads() {
    Samples every15 = samples(0, 60 * MINUTE, 15_000);
    append(every15, 70 * MINUTE, 240 * MINUTE, 15_000);
    store.add(new Series(Labels.of("__name__", "fast"), every15));
    store.add(new Series(Labels.of("__name__", "slow"), samples(0, 239 * MINUTE, 5 * MINUTE)));
    String both = "fast > 1 or slow:max > 1";
    RecordingSummary summary = summary(store, both, 0, 240);
    assertThat(summary.gaps())
        .containsExactly(new Gap(new TimeRange(60 * MINUTE, 70 * MINUTE), List.of(15_000L)));
    assertThat(summary.resolutions())
        .extracting(Resolution::step)
        .containsExactly(15_000L, 300_000L);
    assertThat(isInGap(summary, both, Labels.EMPTY, 65)).isTrue();
    assertThat(isInGap(summary, "slow:max > 1", Labels.EMPTY, 65)).isFalse();
    assertThat(summary(store, "slow:max > 1", 0, 240).gaps()).isEmpty();
  }

  @Test
  void whatIsRecordedHereIsInAGapOfWhatItIsRecordedFrom() {
    store.add(
        new Series(Labels.of("__name__", "slow"), samples(100 * MINUTE, 200 * MINUTE, 5 * MINUTE)));
    // As the server that made the recording did, all the time.
    store.add(new Series(Labels.of("__name__", "slow:max"), samples(0, 240 * MINUTE, 15_000)));
    RecordingSummary summary = summary(store, "slow:max > 1", 0, 240);
    assertThat(isInGap(summary, "slow:max > 1", Labels.EMPTY, 50)).isTrue();
    assertThat(isInGap(summary, "slow:max > 1", Labels.EMPTY, 150)).isFalse();
    assertThat(isInGap(summary, "slow:max > 1", Labels.EMPTY, 220)).isTrue();
  }

  // Samples of one target come every 15s and stop for ten minutes, those of the other every 5m.
  private RecordingSummary ofTwoTargets(String expr) {
    SeriesStore targets = new SeriesStore();
    Samples every15 = samples(0, 60 * MINUTE, 15_000);
    append(every15, 70 * MINUTE, 240 * MINUTE, 15_000);
    targets.add(new Series(Labels.of("__name__", "y", "job", "fast", "pod", "a"), every15));
    Samples every5m = samples(0, 239 * MINUTE, 5 * MINUTE);
    targets.add(new Series(Labels.of("__name__", "y", "job", "slow", "pod", "b"), every5m));
    return summary(targets, expr, 0, 240);
  }

  private static Labels instance(String... labels) {
    return Labels.of(labels).toBuilder().set("alertname", "X").build();
  }

  @Test
  void anInstanceEndsInAGapOfItsOwnSeriesOnly() {
    for (String expr :
        List.of(
            "y > 1",
            "sum by (job) (y) > 1",
            "sum without (pod) (y) > 1",
            "max by (job) (rate(y[10m])) > on (job) group_left () y",
            "y unless on (job) (y > 5)")) {
      RecordingSummary summary = ofTwoTargets(expr);
      assertThat(isInGap(summary, expr, instance("job", "fast"), 66)).as(expr).isTrue();
      assertThat(isInGap(summary, expr, instance("job", "slow"), 66)).as(expr).isFalse();
      assertThat(isInGap(summary, expr, instance("job", "fast"), 80)).as(expr).isFalse();
    }
  }

  @Test
  void whereLabelsSayNothingAllThatIsReadCounts() {
    for (String expr :
        List.of(
            "sum(y) > 1",
            "label_replace(y, 'job', 'slow', 'pod', '.*') > 1",
            "count_values by (job) ('job', y) > 0",
            "y > scalar(max(y))",
            "y > scalar(y{job='fast'})",
            "y > on () group_left () y{job='fast'}")) {
      RecordingSummary summary = ofTwoTargets(expr);
      assertThat(isInGap(summary, expr, instance("job", "slow"), 66)).as(expr).isTrue();
    }
  }

  @Test
  void whatIsReadOfThePastIsInTheGapsOfThen() {
    String expr = "y offset 1h > 1";
    RecordingSummary summary = ofTwoTargets(expr);
    assertThat(isInGap(summary, expr, instance("job", "fast"), 66)).isFalse();
    assertThat(isInGap(summary, expr, instance("job", "fast"), 126)).isTrue();
    assertThat(isInGap(summary, expr, instance("job", "slow"), 126)).isFalse();
  }

  private static Samples samples(long from, long to, long step) {
    Samples samples = new Samples();
    append(samples, from, to, step);
    return samples;
  }

  private static void append(Samples samples, long from, long to, long step) {
    for (long time = from; time <= to; time += step) {
      samples.append(time, 1);
    }
  }

  @Test
  void warmUpIsOverSoLongAfterTheBeginningOfTheData() {
    assertThat(summary(store, "x >= 0", -60, 50).warmUp().whole()).isEqualTo(10 * MINUTE);
    assertThat(summary(store, "x >= 0", 3, 50).warmUp().whole()).isEqualTo(10 * MINUTE);
    assertThat(summary(store, "x >= 0", 10, 50).warmUp().isWhole()).isTrue();
  }
}
