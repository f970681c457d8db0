package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.TextRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsdbSourceTest {
  private static final Path RECORDED =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded");
  private static final Path DATA = RECORDED.resolve("tsdb/data");

  @Test
  void aBlockHasTheSamplesOfTheOpenMetricsFileThatWasMadeOfIt() throws IOException {
    try (TsdbSource block = TsdbSource.open(RECORDED.resolve("training-run"))) {
      List<String> proper = new ArrayList<>();
      int stale = 0;
      for (Series series : block.select(List.of(), TimeRange.ALL)) {
        Samples samples = series.samples();
        for (int i = 0; i < samples.size(); i++) {
          if (StaleNaN.isStale(samples.value(i))) {
            stale++;
          } else {
            proper.add(line(series.labels(), samples, i));
          }
        }
      }
      assertThat(stale).isEqualTo(112);
      assertThat(proper).isEqualTo(recordedAsText());
      assertThat(block.damage()).isEmpty();
    }
  }

  private static List<String> recordedAsText() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Series series :
        TextRecording.read(RECORDED.resolve("training-run.om.gz")).get().orElseThrow().all()) {
      for (int i = 0; i < series.samples().size(); i++) {
        lines.add(line(series.labels(), series.samples(), i));
      }
    }
    return lines;
  }

  private static String line(Labels labels, Samples samples, int index) {
    return labels + " " + samples.value(index) + " " + samples.time(index);
  }

  @Test
  void blocksAndTheLogAreReadAsOne() throws IOException {
    try (TsdbSource data = TsdbSource.open(DATA)) {
      assertThat(names(data, matcher("__name__", Operator.EQUAL, "queue_depth")))
          .containsExactly(
              "{__name__=\"queue_depth\", instance=\"127.0.0.1:29911\", job=\"train\","
                  + " queue=\"eval\"}",
              "{__name__=\"queue_depth\", queue=\"eval\"}",
              "{__name__=\"queue_depth\", queue=\"train\"}");
      assertThat(data.damage()).isEmpty();
    }
  }

  // The names of blocks are the same in capitals and in small letters.
  @Test
  void blocksAreFoundByNamesInSmallLetters(@TempDir Path folder) throws IOException {
    Path block = RECORDED.resolve("training-run/01M7YS21JAJGWZWC8N6604XCDX");
    Path copy = Files.createDirectory(folder.resolve("01m7ys21jajgwzwc8n6604xcdx"));
    Files.createDirectory(copy.resolve("chunks"));
    for (String file : List.of("meta.json", "index", "chunks/000001")) {
      Files.copy(block.resolve(file), copy.resolve(file));
    }
    try (TsdbSource data = TsdbSource.open(folder);
        TsdbSource single = TsdbSource.open(block)) {
      assertThat(data.extent()).isPresent().isEqualTo(single.extent());
    }
  }

  @Test
  void aSeriesWhoseTargetIsGoneEndsByAStalenessMarker() throws IOException {
    try (TsdbSource data = TsdbSource.open(DATA)) {
      Series steps =
          data.select(
                  List.of(
                      matcher("__name__", Operator.EQUAL, "steps_total"),
                      matcher("instance", Operator.NOT_EQUAL, "")),
                  TimeRange.ALL)
              .getFirst();
      assertThat(StaleNaN.isStale(steps.samples().value(steps.samples().size() - 1))).isTrue();
    }
  }

  @Test
  void matchersSelectAsPrometheusDoes() throws IOException {
    try (TsdbSource data = TsdbSource.open(DATA)) {
      assertThat(names(data, matcher("queue", Operator.REGEX, "ev.*|x")))
          .hasSize(2)
          .allMatch(name -> name.contains("eval"));
      assertThat(
              names(
                  data,
                  matcher("queue", Operator.EQUAL, ""),
                  matcher("job", Operator.EQUAL, "train"),
                  matcher("instance", Operator.EQUAL, "")))
          .containsExactly("{__name__=\"steps_total\", job=\"train\"}");
      assertThat(
              names(
                  data,
                  matcher("queue", Operator.NOT_EQUAL, "eval"),
                  matcher("queue", Operator.NOT_REGEX, "")))
          .containsExactly("{__name__=\"queue_depth\", queue=\"train\"}");
      assertThat(names(data, matcher("absent", Operator.EQUAL, "x"))).isEmpty();
    }
  }

  @Test
  void onlyTheStretchAskedForIsGiven() throws IOException {
    try (TsdbSource data = TsdbSource.open(DATA)) {
      List<Series> found =
          data.select(
              List.of(matcher("queue", Operator.EQUAL, "train")),
              new TimeRange(1_795_000_000_250L, 1_795_000_030_250L));
      Samples samples = found.getFirst().samples();
      assertThat(samples.size()).isEqualTo(3);
      assertThat(samples.time(2)).isEqualTo(1_795_000_030_250L);
      assertThat(samples.value(2)).isEqualTo(0.2);
    }
  }

  @Test
  void theExtentIsThatOfTheSamples() throws IOException {
    try (TsdbSource block = TsdbSource.open(RECORDED.resolve("training-run"))) {
      long first = Long.MAX_VALUE;
      long last = Long.MIN_VALUE;
      for (Series series : block.select(List.of(), TimeRange.ALL)) {
        first = Math.min(first, series.samples().time(0));
        last = Math.max(last, series.samples().lastTime());
      }
      assertThat(block.extent()).contains(new TimeRange(first, last));
    }
  }

  @Test
  void chunksTellHowManySamplesThereAreAndFromWhenToWhen() throws IOException {
    TimeRange part = new TimeRange(1_795_255_000_000L, 1_795_255_300_000L);
    try (TsdbSource block = TsdbSource.open(RECORDED.resolve("training-run"))) {
      for (TimeRange range : List.of(TimeRange.ALL, part)) {
        Map<Labels, Samples> told = new TreeMap<>();
        List<Long> reached = new ArrayList<>();
        boolean can =
            block.stretches(
                range,
                (labels, covered, count, read) -> {
                  Samples samples = read.get();
                  assertThat(samples.size()).isEqualTo(count);
                  assertThat(samples.time(0)).isEqualTo(covered.first());
                  assertThat(samples.lastTime()).isEqualTo(covered.last());
                  Samples before = told.getOrDefault(labels, new Samples());
                  told.put(labels, SampleRuns.joined(List.of(before, samples)));
                },
                reached::add);
        assertThat(can).isTrue();
        TimeRange whole = block.extent().orElseThrow();
        assertThat(reached).isSorted().startsWith(whole.first()).hasSizeGreaterThan(2);
        assertThat(reached.getLast()).isLessThan(whole.last());
        List<Series> selected = block.select(List.of(), range);
        assertThat(told.keySet()).containsExactlyElementsOf(labels(selected));
        for (Series series : selected) {
          Samples joined = told.getOrDefault(series.labels(), new Samples());
          assertThat(joined.size()).isEqualTo(series.samples().size());
        }
      }
    }
  }

  private static List<Labels> labels(List<Series> series) {
    return series.stream().map(Series::labels).toList();
  }

  private static LabelMatcher matcher(String name, Operator operator, String value) {
    return LabelMatcher.of(name, operator, value);
  }

  private static List<String> names(TsdbSource data, LabelMatcher... matchers) {
    return data.select(List.of(matchers), TimeRange.ALL).stream()
        .map(series -> series.labels().toString())
        .toList();
  }
}
