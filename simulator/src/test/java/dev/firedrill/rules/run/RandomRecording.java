package dev.firedrill.rules.run;

import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.StoredSeries;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.StretchSink;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;

/// A quarter of an hour and more of series as scrapes leave them, or worse: several resolutions,
/// irregular times, gaps, staleness markers, restarts, values that hardly any series has, classic
/// and native histograms, and both kinds of samples in one series. They are stored: found first and
/// read later.
final class RandomRecording implements StoredSource {
  /// When rules are evaluated first, in epoch milliseconds; the recording begins some time before.
  static final long START = 1_795_165_200_000L;

  private static final long LENGTH = 900_000;
  private static final double[] ODD = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    0.0,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e308,
    0x1p53,
    1
  };

  private final Random random;
  private final List<Series> series = new ArrayList<>();

  RandomRecording(Random random) {
    this.random = random;
    for (String a : List.of("x", "y", "z")) {
      for (String b : List.of("", "q")) {
        add("count_total", a, b, counter());
        add("gauge", a, b, gauge());
        addMixed("mixed", a, b, 3);
        addMixed("native", a, b, Integer.MAX_VALUE);
        add("odd", a, b, () -> ODD[random.nextInt(ODD.length)]);
      }
      addBuckets(a);
    }
    series.removeIf(each -> each.samples().isEmpty() || random.nextInt(3) == 0);
    series.sort(Series::byLabels);
  }

  private List<Long> times() {
    long step = List.of(5_000L, 15_000L, 15_000L, 30_000L, 60_000L).get(random.nextInt(5));
    boolean irregular = random.nextInt(5) == 0;
    boolean late = random.nextInt(5) == 0;
    long time = START - random.nextInt(600_000) + (late ? random.nextInt(600_000) : 0);
    List<Long> times = new ArrayList<>();
    while (time <= START + LENGTH) {
      times.add(time);
      time += irregular ? 1 + random.nextInt(30_000) : step;
      time += random.nextInt(60) == 0 ? step * random.nextInt(30) : 0;
    }
    return times;
  }

  private void add(String name, String a, String b, DoubleSupplier values) {
    Samples samples = new Samples();
    for (long time : times()) {
      boolean ends = random.nextInt(40) == 0;
      samples.append(time, ends ? StaleNaN.STALE_NAN : values.getAsDouble());
    }
    series.add(new Series(Labels.of("__name__", name, "a", a, "b", b), samples));
  }

  private DoubleSupplier gauge() {
    return random.nextBoolean() ? () -> random.nextInt(9) : () -> random.nextGaussian() * 5;
  }

  private DoubleSupplier counter() {
    boolean fractions = random.nextInt(3) == 0;
    double[] count = {random.nextInt(4) == 0 ? 0x1p53 - 100 : random.nextInt(100)};
    return () -> {
      if (random.nextInt(25) == 0) {
        count[0] = random.nextBoolean() ? 0 : Math.floor(count[0] / 2);
      }
      count[0] += fractions ? random.nextDouble() : random.nextInt(5);
      return count[0];
    };
  }

  private void addMixed(String name, String a, String b, int numbers) {
    Samples samples = new Samples();
    double[] counts = new double[3];
    for (long time : times()) {
      if (random.nextInt(30) == 0) {
        counts = new double[3];
      }
      for (int i = 0; i < counts.length; i++) {
        counts[i] += random.nextInt(4) * 0.3;
      }
      if (random.nextInt(numbers) == 0) {
        samples.append(time, random.nextInt(9));
      } else {
        samples.append(time, histogram(counts, random.nextInt(30) == 0 ? 1 : 0));
      }
    }
    series.add(new Series(Labels.of("__name__", name, "a", a, "b", b), samples));
  }

  private static NativeHistogram histogram(double[] counts, int schema) {
    double count = counts[0] + counts[1] + counts[2];
    Buckets buckets = Buckets.of(-1, counts[1], counts[2]);
    return new NativeHistogram(
        CounterResetHint.UNKNOWN,
        schema,
        0.001,
        counts[0],
        count,
        count / 3,
        buckets,
        Buckets.EMPTY,
        List.of());
  }

  private void addBuckets(String a) {
    List<Long> times = times();
    double[] totals = new double[times.size()];
    for (String bound : List.of("0.1", "1", "+Inf")) {
      Samples samples = new Samples();
      double count = 0;
      for (int i = 0; i < totals.length; i++) {
        count += random.nextInt(4);
        totals[i] += count;
        samples.append(times.get(i), totals[i] - (random.nextInt(20) == 0 ? 30 : 0));
      }
      series.add(new Series(Labels.of("__name__", "lat_bucket", "a", a, "le", bound), samples));
    }
  }

  @Override
  public List<StoredSeries> find(List<LabelMatcher> matchers, TimeRange range) {
    List<StoredSeries> found = new ArrayList<>();
    for (Series each : series) {
      if (matchers.stream().allMatch(matcher -> matcher.matches(each.labels()))
          && each.samples().time(0) <= range.last()
          && each.samples().lastTime() >= range.first()) {
        found.add(new Found(each));
      }
    }
    return found;
  }

  private record Found(Series series) implements StoredSeries {
    @Override
    public Labels labels() {
      return series.labels();
    }

    @Override
    public Samples read(TimeRange range) {
      Samples copy = new Samples();
      Samples some = series.samples().between(range.first(), range.last());
      for (int i = 0; i < some.size(); i++) {
        copy.append(some, i);
      }
      return copy;
    }
  }

  @Override
  public boolean stretches(TimeRange range, StretchSink sink, LongConsumer reached) {
    return false;
  }

  @Override
  public Optional<TimeRange> extent() {
    return series.stream()
        .map(each -> new TimeRange(each.samples().time(0), each.samples().lastTime()))
        .reduce(TimeRange::cover);
  }
}
