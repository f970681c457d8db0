package dev.firedrill.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Samples that are kept for several readers are those that the source has.
class RecentSamplesProperties {
  private static final int END = 2000;

  /// A store that counts what is read of it.
  private static final class Recorded implements StoredSource {
    private final SeriesStore store = new SeriesStore();
    private long read;

    private record Found(Recorded source, Series series) implements StoredSeries {
      @Override
      public Labels labels() {
        return series.labels();
      }

      @Override
      public Samples read(TimeRange range) {
        Samples samples = new Samples();
        for (int i = 0; i < series.samples().size(); i++) {
          long time = series.samples().time(i);
          if (range.first() <= time && time <= range.last()) {
            samples.append(series.samples(), i);
          }
        }
        source.read += samples.size();
        samples.trim();
        return samples;
      }
    }

    @Override
    public List<StoredSeries> find(List<LabelMatcher> matchers, TimeRange range) {
      List<StoredSeries> found = new ArrayList<>();
      for (Series series : store.select(matchers, TimeRange.ALL)) {
        found.add(new Found(this, series));
      }
      return found;
    }

    @Override
    public boolean stretches(TimeRange range, StretchSink sink, LongConsumer reached) {
      return false;
    }

    @Override
    public Optional<TimeRange> extent() {
      return store.extent();
    }
  }

  private static Recorded recorded(Random random) {
    Recorded recorded = new Recorded();
    Samples shared = samples(random, 0);
    for (int number = 0; number < 4; number++) {
      Labels labels = Labels.of("__name__", "a", "n", Integer.toString(number));
      Samples samples = number < 2 ? withTimes(shared, number) : samples(random, number);
      recorded.store.add(new Series(labels, samples));
    }
    return recorded;
  }

  private static Samples samples(Random random, int number) {
    Samples samples = new Samples();
    long time = random.nextInt(number == 3 ? END : 50);
    while (time <= END) {
      samples.append(time, random.nextInt(20) == 0 ? StaleNaN.STALE_NAN : random.nextDouble());
      time += 1 + random.nextInt(random.nextInt(40) == 0 ? 300 : 20);
    }
    return samples;
  }

  private static Samples withTimes(Samples of, int add) {
    Samples samples = new Samples();
    for (int i = 0; i < of.size(); i++) {
      samples.append(of.time(i), of.value(i) + add);
    }
    return samples;
  }

  private static String text(List<Series> selected) {
    StringBuilder text = new StringBuilder();
    for (Series series : selected) {
      text.append(series.labels());
      for (int i = 0; i < series.samples().size(); i++) {
        long bits = Double.doubleToRawLongBits(series.samples().value(i));
        text.append(' ').append(series.samples().time(i)).append('=').append(bits);
      }
    }
    return text.toString();
  }

  @Property(tries = 500)
  void whatIsKeptIsWhatIsRecorded(@ForAll long seed) {
    Random random = new Random(seed);
    Recorded recorded = recorded(random);
    RecentSamples recent = new RecentSamples(recorded);
    for (int pass = 0; pass < 2; pass++) {
      int length = 50 + random.nextInt(END);
      for (long start = 0; start <= END; start += length) {
        recent.startSlice(start);
        List<List<Series>> given = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (int reader = 0; reader < 5; reader++) {
          long offset = random.nextInt(4) == 0 ? random.nextInt(600) : 0;
          long back = random.nextInt(3) * (long) random.nextInt(400);
          TimeRange range = new TimeRange(start - offset - back, start - offset + length - 1);
          given.add(recent.select(List.of(), range));
          wanted.add(text(recorded.select(List.of(), range)));
        }
        // Nothing that was given changes before the next slice begins.
        assertThat(given.stream().map(RecentSamplesProperties::text).toList()).isEqualTo(wanted);
      }
    }
  }

  @Property(tries = 50)
  void everySampleIsReadOnce(@ForAll long seed, @ForAll @IntRange(min = 20, max = 900) int length) {
    Recorded recorded = recorded(new Random(seed));
    RecentSamples recent = new RecentSamples(recorded);
    for (long start = 0; start <= END; start += length) {
      recent.startSlice(start);
      for (long back : new long[] {300, 0, 50, 300}) {
        recent.select(List.of(), new TimeRange(start - back, start + length - 1));
      }
    }
    assertThat(recorded.read).isEqualTo(recorded.store.sampleCount());
  }
}
