package dev.firedrill.cli.html.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.Replay;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertChartsTest {
  private static final long MINUTE = 60_000;
  private static final int POINTS = 1000;

  @Test
  void showWhatIsComparedWithTheThreshold() {
    AlertChart chart = charts("x > 5", series("x", "a", 1, 9, 9, 1)).getFirst();

    assertThat(chart.watched()).isEqualTo("x");
    assertThat(chart.comparison()).isEqualTo("> 5");
    assertThat(chart.limit()).isEqualTo(5.0);
    assertThat(chart.thinned()).isEqualTo(1);
    assertThat(chart.lines()).hasSize(1);
    ChartLine line = chart.lines().getFirst();
    assertThat(line.instances()).containsExactly(0);
    assertThat(points(line.values())).isEqualTo("0:1.0 1:9.0 2:9.0 3:1.0");
  }

  @Test
  void showThresholdsThatMove() {
    AlertChart chart =
        charts("x > y", series("x", "a", 1, 9, 9), series("y", "a", 5, 5, 12)).getFirst();

    assertThat(chart.limit()).isNull();
    LinePoints limits = chart.lines().getFirst().limits();
    assertThat(limits == null ? "" : points(limits)).isEqualTo("0:5.0 1:5.0 2:12.0");
  }

  @Test
  void showEachComparisonThatDecides() {
    List<AlertChart> charts =
        charts("x > 5 and y < 3", series("x", "a", 9, 9), series("y", "a", 1, 1));
    assertThat(charts).extracting(AlertChart::comparison).containsExactly("> 5", "< 3");
  }

  @Test
  void putInstancesThatFireFirstAndThenTheNearest() {
    AlertChart chart =
        charts(
                "x > 5",
                series("x", "far", 1, 1, 1),
                series("x", "near", 4, 4, 4),
                series("x", "fires", 1, 9, 9))
            .getFirst();
    assertThat(chart.lines())
        .extracting(line -> line.labels().get("i"))
        .containsExactly("fires", "near", "far");
  }

  @Test
  void leaveOutSeriesThatAreTooMany() {
    Series[] many = new Series[20];
    for (int i = 0; i < many.length; i++) {
      many[i] = series("x", "i" + i, 1, i);
    }
    AlertChart chart = charts("x > 15", many).getFirst();
    assertThat(chart.lines()).hasSize(8);
    assertThat(chart.omitted()).isEqualTo(12);
    assertThat(chart.lines().getFirst().labels().get("i")).isIn("i16", "i17", "i18", "i19");
  }

  @Test
  void keepAllValuesAroundChangesOfState() {
    double[] values = new double[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 + (i >= 3000 && i < 3010 ? 10 : 0);
    }
    AlertChart chart = charts("x > 5", series("x", "a", values)).getFirst();
    LinePoints points = chart.lines().getFirst().values();
    List<Integer> steps = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      steps.add(points.step(i));
    }
    assertThat(chart.thinned()).isGreaterThan(1);
    assertThat(steps)
        .containsAll(IntStream.rangeClosed(2880, 3130).boxed().toList())
        .doesNotContain(2804, 2805, 2806, 2807)
        .hasSizeLessThanOrEqualTo(POINTS);
  }

  @Test
  void keepAllValuesOfLongTimesWhereTheyFit() {
    double[] values = new double[50_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 1000 % 7;
    }
    AlertChart chart = charts("x > 50", series("x", "a", values)).getFirst();
    assertThat(chart.thinned()).isEqualTo(1);
    assertThat(chart.size()).isEqualTo(100);
  }

  @Test
  void loseNoPeakAmongManySeries() {
    Series[] many = new Series[20];
    for (int i = 0; i < many.length; i++) {
      double[] values = new double[3000];
      for (int step = 0; step < values.length; step++) {
        values[step] = step * 7919 % 10;
      }
      values[37 * i + 1500] = 100 + i;
      many[i] = series("x", "i" + i, values);
    }
    AlertChart chart = charts("x > 1000", many).getFirst();
    assertThat(chart.thinned()).isGreaterThan(1);
    assertThat(chart.size()).isLessThanOrEqualTo(POINTS);
    List<Double> peaks = new ArrayList<>();
    for (ChartLine line : chart.lines()) {
      IntStream.range(0, line.values().size())
          .mapToDouble(line.values()::value)
          .max()
          .ifPresent(peaks::add);
    }
    assertThat(peaks).containsExactly(119.0, 118.0, 117.0, 116.0, 115.0, 114.0, 113.0, 112.0);
  }

  @Test
  void giveWhatFlatLinesLeaveToTheOthers() {
    double[] flat = new double[900];
    double[] busy = new double[900];
    for (int i = 0; i < busy.length; i++) {
      busy[i] = i % 5;
    }
    AlertChart chart = charts("x > 50", series("x", "a", busy), series("x", "b", flat)).getFirst();
    assertThat(chart.thinned()).isEqualTo(1);
    assertThat(chart.size()).isEqualTo(902);
  }

  @Test
  void showWhatMustBeAbsent() {
    AlertChart chart = charts("absent(x)", series("x", "a", 1, 1)).getFirst();
    assertThat(chart.watched()).isEqualTo("x");
    assertThat(chart.comparison()).isEmpty();
    assertThat(chart.limit()).isNull();
  }

  @Test
  void showTheCountsOfNativeHistograms() {
    Samples samples = new Samples();
    for (int i = 0; i < 3; i++) {
      samples.append(i * MINUTE, histogram(i + 2));
    }
    Series histograms = new Series(Labels.of("__name__", "h", "i", "a"), samples);
    for (String expr : List.of("h", "absent(h)", "h and h")) {
      AlertChart chart = charts(expr, histograms).getFirst();
      assertThat(chart.watched()).as(expr).isEqualTo("histogram_count(h)");
      assertThat(points(chart.lines().getFirst().values())).isEqualTo("0:2.0 1:3.0 2:4.0");
    }
    assertThat(charts("h", histograms).getFirst().lines().getFirst().instances())
        .containsExactly(0);
  }

  private static NativeHistogram histogram(double count) {
    return new NativeHistogram(
        CounterResetHint.UNKNOWN,
        0,
        0,
        0,
        count,
        count,
        Buckets.of(0, count),
        Buckets.EMPTY,
        List.of());
  }

  @Test
  void areNoneWhereNothingHasAValue() {
    assertThat(charts("y > 1", series("x", "a", 1, 1))).isEmpty();
  }

  private static List<AlertChart> charts(String expr, Series... series) {
    SeriesStore store = new SeriesStore();
    long last = 0;
    for (Series each : series) {
      store.add(each);
      last = Math.max(last, each.samples().lastTime());
    }
    Replay.Settings settings =
        new Replay.Settings(
            new TimeRange(0, last),
            MINUTE,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false));
    ReplayReport replay = Replay.run(List.of(rules(expr)), store, settings);
    return new AlertCharts(new Engine(EngineOptions.DEFAULT), replay.source())
        .of(replay.alerts().getFirst(), POINTS);
  }

  private static RuleFile rules(String expr) {
    String text = "groups: [{name: g, rules: [{alert: A, expr: '%s'}]}]".formatted(expr);
    return RuleFiles.read(SourceFile.of("rules.yml", text), RuleFileOptions.DEFAULT)
        .loaded()
        .get()
        .orElseThrow();
  }

  private static Series series(String name, String instance, double... values) {
    Samples samples = new Samples();
    for (int i = 0; i < values.length; i++) {
      samples.append(i * MINUTE, values[i]);
    }
    return new Series(Labels.of("__name__", name, "i", instance), samples);
  }

  private static String points(LinePoints points) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      text.append(i == 0 ? "" : " ").append(points.isBroken(i) ? "| " : "");
      text.append(points.step(i)).append(':').append(points.value(i));
    }
    return text.toString();
  }
}
