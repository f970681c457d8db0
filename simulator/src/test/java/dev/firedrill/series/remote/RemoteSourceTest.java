package dev.firedrill.series.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteSourceTest {
  private static final List<LabelMatcher> UP =
      List.of(LabelMatcher.of("__name__", Operator.EQUAL, "up"));

  private final List<String> asked = new ArrayList<>();

  /// One series with a sample at each tenth millisecond.
  private List<Series> fetch(List<LabelMatcher> matchers, TimeRange range) {
    asked.add(matchers + " " + range.first() + ".." + range.last());
    Samples samples = new Samples();
    for (long time = Math.ceilDiv(range.first(), 10) * 10; time <= range.last(); time += 10) {
      samples.append(time, 1);
    }
    return List.of(new Series(Labels.of("__name__", "up"), samples));
  }

  private RemoteSource source() throws Exception {
    try (FakeServer nobody = new FakeServer(url -> "500")) {
      return new RemoteSource(this::fetch, new ServerExtent(nobody.api(), 100L, 200));
    }
  }

  private static String times(List<Series> series) {
    Samples samples = series.getFirst().samples();
    return samples.time(0) + ".." + samples.lastTime() + " " + samples.size();
  }

  @Test
  void asksOnlyForWhatItDoesNotHave() throws Exception {
    RemoteSource source = source();
    assertThat(times(source.select(UP, new TimeRange(120, 150)))).isEqualTo("120..150 4");
    assertThat(times(source.select(UP, new TimeRange(130, 140)))).isEqualTo("130..140 2");
    assertThat(times(source.select(UP, new TimeRange(90, 170)))).isEqualTo("90..170 9");
    assertThat(asked)
        .containsExactly(
            "[__name__=\"up\"] 120..150",
            "[__name__=\"up\"] 90..119",
            "[__name__=\"up\"] 151..170");
  }

  @Test
  void takesAllOfTimeForTheTimeOfInterest() throws Exception {
    RemoteSource source = source();
    assertThat(times(source.select(UP, TimeRange.ALL))).isEqualTo("100..200 11");
  }

  @Test
  void givesWithoutMatchersWhatWasFetched() throws Exception {
    RemoteSource source = source();
    assertThat(source.select(List.of(), TimeRange.ALL)).isEmpty();
    source.select(UP, new TimeRange(120, 150));
    assertThat(times(source.select(List.of(), new TimeRange(140, 200)))).isEqualTo("140..150 2");
    assertThat(asked).hasSize(1);
  }

  @Test
  void keepsNothingOfWhatIsGoneOverOnce() throws Exception {
    SeriesSource source = source().fleeting();
    assertThat(times(source.select(List.of(), new TimeRange(120, 150)))).isEqualTo("120..150 4");
    assertThat(times(source.select(UP, new TimeRange(120, 150)))).isEqualTo("120..150 4");
    assertThat(times(source.select(UP, new TimeRange(120, 150)))).isEqualTo("120..150 4");
    assertThat(asked)
        .containsExactly(
            "[__name__=~\".+\"] 120..150",
            "[__name__=\"up\"] 120..150",
            "[__name__=\"up\"] 120..150");
  }

  @Test
  void knowsOnlyTheTimeThatWasAskedFor() throws Exception {
    RemoteSource source = source();
    source.select(UP, new TimeRange(90, 150));
    source.select(UP, TimeRange.ALL);
    assertThat(source.known(new TimeRange(100, 200))).isEqualTo(new TimeRange(100, 150));
    source.select(UP, new TimeRange(150, 170));
    assertThat(source.known(new TimeRange(100, 200))).isEqualTo(new TimeRange(100, 170));
  }
}
