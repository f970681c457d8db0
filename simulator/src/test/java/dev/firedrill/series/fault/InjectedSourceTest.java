package dev.firedrill.series.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class InjectedSourceTest {
  private static final long STEP = 10_000;

  private final SeriesStore store = new SeriesStore();

  InjectedSourceTest() {
    load("up{job=\"a\"}", "1 1 0 1 1 1 1 stale _ 1");
    load("up{job=\"b\"}", "_ _ _ 1 1 1 1 1 1 1");
    load("jobs_total", "5 7 9 2 4 6 8 10 12 14");
    load("size", "{{count:1 sum:2 buckets:[1]}}x9");
  }

  private void load(String series, String values) {
    SeriesResult.Parsed read = (SeriesResult.Parsed) SeriesNotation.parse(series + " " + values);
    long time = 0;
    for (SeriesValue value : read.series().values()) {
      switch (value) {
        case SeriesValue.Missing _ -> {}
        case SeriesValue.Sample sample ->
            store.append(read.series().labels(), time, sample.value());
        case SeriesValue.HistogramSample sample ->
            store.append(read.series().labels(), time, sample.histogram());
      }
      time += STEP;
    }
  }

  private InjectedSource with(String fault) {
    FaultSpec spec = Objects.requireNonNull(FaultReader.read(SourceFile.of("f", fault)).value());
    return InjectedSource.of(store, spec.in(new TimeRange(0, 9 * STEP)));
  }

  private static String values(InjectedSource source, Labels labels) {
    List<String> values = new ArrayList<>();
    for (Series series : source.select(List.of(), TimeRange.ALL)) {
      if (series.labels().equals(labels)) {
        Samples samples = series.samples();
        for (int i = 0; i < samples.size(); i++) {
          String value = GoFloat.json(samples.value(i));
          boolean stale = StaleNaN.isStale(samples.value(i));
          String shown =
              samples.isHistogram(i) ? "h" + samples.histogram(i) : stale ? "stale" : value;
          values.add(samples.time(i) / STEP + ":" + shown);
        }
      }
    }
    return String.join(" ", values);
  }

  private static Labels up(String job) {
    return Labels.of("__name__", "up", "job", job);
  }

  @Test
  void aSeriesIsMadeWithinTheDataOnly() {
    InjectedSource source = with("set new{job=\"c\"} to 5 from 1900-01-01T00:00:00Z");
    assertThat(source.samples()).isEqualTo(10);
    assertThat(values(source, Labels.of("__name__", "new", "job", "c")))
        .isEqualTo("0:5 1:5 2:5 3:5 4:5 5:5 6:5 7:5 8:5 9:5");
  }

  @Test
  void dropEndsASeriesByAStalenessMarkerWhereTheFirstSampleIsMissing() {
    InjectedSource dropped = with("drop up{job=\"a\"} from +15s for 30s");
    assertThat(values(dropped, up("a"))).isEqualTo("0:1 1:1 2:stale 5:1 6:1 7:stale 9:1");
    assertThat(values(dropped, up("b"))).startsWith("3:1 4:1");
    assertThat(dropped.series()).isEqualTo(1);
    assertThat(dropped.samples()).isEqualTo(3);
  }

  @Test
  void dropWithoutMarkerLeavesNothing() {
    assertThat(values(with("drop up without marker from 20 until 50"), up("a")))
        .isEqualTo("0:1 1:1 5:1 6:1 7:stale 9:1");
  }

  @Test
  void setScaleAndAddLeaveStalenessMarkers() {
    assertThat(values(with("set up{job=\"a\"} to 0.5 from +60s"), up("a")))
        .isEqualTo("0:1 1:1 2:0 3:1 4:1 5:1 6:0.5 7:stale 9:0.5");
    assertThat(values(with("scale up by 3 from -40s until -20s"), up("a")))
        .isEqualTo("0:1 1:1 2:0 3:1 4:1 5:3 6:3 7:stale 9:1");
    assertThat(values(with("add up 0.25 until +1s"), up("a"))).startsWith("0:1.25 1:1 2:0");
  }

  @Test
  void freezeRepeatsTheLastValueBefore() {
    assertThat(values(with("freeze jobs_total from 25 for 30s"), jobs()))
        .isEqualTo("0:5 1:7 2:9 3:9 4:9 5:9 6:8 7:10 8:12 9:14");
    assertThat(values(with("freeze jobs_total"), jobs())).startsWith("0:5 1:5 2:5").endsWith("9:5");
  }

  @Test
  void resetStartsACounterFromZeroUntilItIsResetByItself() {
    assertThat(values(with("reset jobs_total from 15"), jobs()))
        .isEqualTo("0:5 1:7 2:2 3:2 4:4 5:6 6:8 7:10 8:12 9:14");
    assertThat(values(with("reset jobs_total from 50"), jobs()))
        .isEqualTo("0:5 1:7 2:9 3:2 4:4 5:2 6:4 7:6 8:8 9:10");
  }

  private static Labels jobs() {
    return Labels.of("__name__", "jobs_total");
  }

  @Test
  void histogramsAreScaledAndFrozenButNotAddedTo() {
    assertThat(values(with("scale size by 2 from 80"), Labels.of("__name__", "size")))
        .endsWith(
            "7:h{count:1, sum:2, (0.5,1]:1} 8:h{count:2, sum:4, (0.5,1]:2}"
                + " 9:h{count:2, sum:4, (0.5,1]:2}");
    assertThat(with("add size by 2").samples()).isZero();
    assertThat(with("freeze size").samples()).isEqualTo(10);
  }

  @Test
  void setMakesASeriesThatIsNotThere() {
    InjectedSource made = with("set gpu{n=\"0\"} to 0.99 from +20s for 30s");
    assertThat(made.isMade()).isTrue();
    assertThat(values(made, Labels.of("__name__", "gpu", "n", "0")))
        .isEqualTo("2:0.99 3:0.99 4:0.99 5:stale");
    assertThat(values(with("set gpu to 1 from +80s"), Labels.of("__name__", "gpu")))
        .isEqualTo("8:1 9:1");
    assertThat(made.names(List.of(), TimeRange.ALL)).hasSize(5);
    assertThat(with("set gpu{n=~\"0\"} to 0.99").samples()).isZero();
    assertThat(with("set {n=\"0\"} to 0.99").samples()).as("a series without a name").isZero();
  }

  @Test
  void anyStretchIsThatOfTheWhole() {
    for (String fault :
        List.of(
            "drop up from +15s for 50s",
            "freeze jobs_total from 25",
            "reset jobs_total from 15",
            "set gpu to 1 from 20 until 60")) {
      InjectedSource source = with(fault);
      LabelMatcher all = LabelMatcher.of("__name__", Operator.NOT_EQUAL, "size");
      for (long from = -1; from < 10; from++) {
        for (long to = from; to < 10; to++) {
          TimeRange range = new TimeRange(from * STEP, to * STEP + 1);
          List<String> cut = new ArrayList<>();
          source
              .select(List.of(all), range)
              .forEach(series -> add(series.labels(), series.samples(), cut));
          List<String> whole = new ArrayList<>();
          source
              .select(List.of(all), TimeRange.ALL)
              .forEach(
                  series ->
                      add(
                          series.labels(),
                          series.samples().between(range.first(), range.last()),
                          whole));
          assertThat(cut).isEqualTo(whole);
        }
      }
    }
  }

  private static void add(Labels labels, Samples samples, List<String> lines) {
    for (int i = 0; i < samples.size(); i++) {
      long bits = Double.doubleToRawLongBits(samples.value(i));
      lines.add(labels + " " + samples.time(i) + " " + bits);
    }
  }
}
