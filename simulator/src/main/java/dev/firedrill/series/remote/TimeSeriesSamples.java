package dev.firedrill.series.remote;

import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.tsdb.DamagedException;
import dev.firedrill.series.tsdb.HistogramLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads the samples of a `TimeSeries` message: numbers, and histograms.
final class TimeSeriesSamples {
  // In the order of Prometheus's `ResetHint`.
  private static final CounterResetHint[] HINTS = {
    CounterResetHint.UNKNOWN,
    CounterResetHint.COUNTER_RESET,
    CounterResetHint.NOT_COUNTER_RESET,
    CounterResetHint.GAUGE
  };

  private final Samples numbers = new Samples();
  private final Samples histograms = new Samples();

  /// {@return all samples in the order of time}
  Samples samples() {
    return SampleRuns.joined(List.of(numbers, histograms));
  }

  /// Reads a `Sample`.
  void number(WireReader message) throws IOException {
    double value = 0;
    long time = 0;
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> value = message.real();
        case 2 -> time = message.number();
        default -> message.skip();
      }
    }
    checkOrder(numbers, time);
    numbers.append(time, value);
  }

  private static void checkOrder(Samples samples, long time) {
    if (time <= samples.lastTime()) {
      throw new RemoteDataException("the server's samples are not in the order of time");
    }
  }

  /// Reads a `Histogram`.
  void histogram(WireReader message) throws IOException {
    double count = 0;
    double sum = 0;
    double threshold = 0;
    double zeros = 0;
    int schema = 0;
    int hint = 0;
    long time = 0;
    List<BucketSpan> negative = new ArrayList<>();
    List<BucketSpan> positive = new ArrayList<>();
    Counts below = new Counts();
    Counts above = new Counts();
    List<Double> bounds = new ArrayList<>();
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> count = unsigned(message.number());
        case 2 -> count = message.real();
        case 3 -> sum = message.real();
        case 4 -> schema = (int) message.signed();
        case 5 -> threshold = message.real();
        case 6 -> zeros = unsigned(message.number());
        case 7 -> zeros = message.real();
        case 8 -> negative.add(span(message.message()));
        case 9 -> message.signedNumbers(below::addDifference);
        case 10 -> message.reals(below::add);
        case 11 -> positive.add(span(message.message()));
        case 12 -> message.signedNumbers(above::addDifference);
        case 13 -> message.reals(above::add);
        case 14 -> hint = (int) message.number();
        case 15 -> time = message.number();
        case 16 -> message.reals(bounds::add);
        default -> message.skip();
      }
    }
    checkOrder(histograms, time);
    if (StaleNaN.isStale(sum)) {
      histograms.append(time, StaleNaN.STALE_NAN);
      return;
    }
    CounterResetHint known = hint >= 0 && hint < HINTS.length ? HINTS[hint] : HINTS[0];
    HistogramLayout layout = layout(threshold, schema, positive, negative, bounds);
    above.checkFits(positive);
    below.checkFits(negative);
    NativeHistogram histogram =
        layout.histogram(known, zeros, count, sum, above.toArray(), below.toArray());
    histograms.append(time, histogram);
  }

  private static HistogramLayout layout(
      double threshold,
      int schema,
      List<BucketSpan> positive,
      List<BucketSpan> negative,
      List<Double> bounds) {
    try {
      HistogramLayout.checkSchema(schema);
      return new HistogramLayout(threshold, schema, positive, negative, bounds);
    } catch (DamagedException e) {
      throw new RemoteDataException("the server sent a histogram that is none: " + e.text());
    }
  }

  private static BucketSpan span(WireReader message) throws IOException {
    int offset = 0;
    long length = 0;
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> offset = (int) message.signed();
        case 2 -> length = message.number();
        default -> message.skip();
      }
    }
    if (length < 0 || length > HistogramLayout.MOST_BUCKETS) {
      throw new RemoteDataException("the server sent a histogram with too many buckets");
    }
    return new BucketSpan(offset, (int) length);
  }

  private static double unsigned(long number) {
    return number >= 0 ? number : ((number >>> 1) | (number & 1)) * 2.0;
  }

  /// The counts of buckets, as they are or as differences.
  private static final class Counts {
    private final List<Double> counts = new ArrayList<>();
    private long whole;

    void add(double count) {
      counts.add(count);
    }

    void addDifference(long difference) {
      whole += difference;
      counts.add((double) whole);
    }

    void checkFits(List<BucketSpan> spans) {
      int buckets = 0;
      for (BucketSpan span : spans) {
        buckets += span.length();
      }
      if (buckets != counts.size()) {
        throw new RemoteDataException("the server sent a histogram with other buckets than spans");
      }
    }

    double[] toArray() {
      double[] array = new double[counts.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = counts.get(i);
      }
      return array;
    }
  }
}
