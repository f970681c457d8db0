package dev.firedrill.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesBatchesTest {
  private static final TimeRange RANGE = new TimeRange(0, 60_000);

  private static SeriesStore store() {
    SeriesStore store = new SeriesStore();
    for (String name : List.of("a", "b")) {
      for (int pod = 0; pod < 7; pod++) {
        for (String mode : List.of("", "x.y|z", "(")) {
          Labels labels =
              Labels.of("__name__", name, "pod", "p" + pod, "zone", "z" + pod % 2, "mode", mode);
          for (long time = 0; time <= 60_000; time += 15_000) {
            store.append(labels, time, pod);
          }
        }
      }
    }
    store.append(Labels.of("__name__", "late"), 90_000, 1);
    return store;
  }

  private static List<Series> read(SeriesBatches batches, List<Integer> goes) throws IOException {
    List<Series> all = new ArrayList<>();
    for (String metric : batches.metrics().keySet()) {
      int before = all.size();
      batches.read(metric, all::add);
      goes.add(all.size() - before);
    }
    return all;
  }

  @Test
  void fewAtATimeAreTheSameSeries() throws IOException {
    List<Labels> wanted =
        store().select(List.of(), RANGE).stream().map(Series::labels).sorted().toList();
    for (int samples : new int[] {1, 4, 9, 20, 100, 1000}) {
      List<Integer> goes = new ArrayList<>();
      List<Series> read = read(new SeriesBatches(store(), RANGE, samples), goes);
      assertThat(read.stream().map(Series::labels).sorted(Comparator.naturalOrder()).toList())
          .isEqualTo(wanted);
      assertThat(goes).containsExactly(21, 21);
      assertThat(read).allSatisfy(series -> assertThat(series.samples().size()).isEqualTo(5));
    }
  }

  @Test
  void noMoreSeriesAreSelectedAtOnceThanAreWanted() throws IOException {
    List<Integer> selected = new ArrayList<>();
    SeriesStore store = store();
    SeriesSource counted =
        new SeriesSource() {
          @Override
          public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
            List<Series> found = store.select(matchers, range);
            selected.add(found.size());
            return found;
          }

          @Override
          public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
            return store.names(matchers, range);
          }

          @Override
          public Optional<TimeRange> extent() {
            return store.extent();
          }
        };
    // A sample each 15 s: four a series, so that three series are wanted at a time.
    read(new SeriesBatches(counted, RANGE, 12), new ArrayList<>());
    assertThat(selected)
        .hasSizeGreaterThanOrEqualTo(14)
        .allSatisfy(n -> assertThat(n).isLessThan(4));
  }
}
