package dev.firedrill.engine;

import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Series as an hour of scraping leaves them: gaps, staleness markers, counter resets, NaN and
/// infinities.
///
/// All samples stand 337 ms after a whole second, so that no bound of a range or of the lookback
/// falls on a sample when queries use whole seconds: servers before 3.0 count a sample on the left
/// bound.
final class RandomSeries {
  static final int SCRAPES = 240;
  static final int SCRAPE = 15_000;
  private static final int OFFSET = 337;
  // Far from zero, and only series without gaps are reset: where a counter is taken to have begun
  // was found otherwise before 3.0.
  private static final double HIGH = 1e9;
  private static final List<String> ZONES = List.of("a", "b", "c");
  private static final List<String> BOUNDS = List.of("0.1", "0.5", "1", "5", "+Inf");

  private final Random random;
  private final long start;
  private final List<Series> series = new ArrayList<>();

  private RandomSeries(Random random, long start) {
    this.random = random;
    this.start = start;
  }

  /// {@return the series}
  ///
  /// @param start epoch milliseconds, a whole second
  static List<Series> of(Random random, long start) {
    RandomSeries made = new RandomSeries(random, start);
    for (String zone : ZONES) {
      for (int host = 1; host <= 3; host++) {
        made.addHost(zone, "h" + host);
      }
      made.addBuckets(zone);
    }
    return made.series;
  }

  private void addHost(String zone, String host) {
    add(new Gauge(20, 3.7), "__name__", "temp", "zone", zone, "host", host);
    add(new Whole(), "__name__", "queue", "zone", zone, "host", host);
    add(new Bytes(), "__name__", "sent_bytes_total", "zone", zone, "host", host);
    for (String code : List.of("200", "500")) {
      steady(new Counter(), "__name__", "jobs_total", "zone", zone, "host", host, "code", code);
    }
    String version = random.nextBoolean() ? "1.0" : "1.1";
    add(() -> 1, "__name__", "host_info", "zone", zone, "host", host, "version", version);
  }

  private void addBuckets(String zone) {
    double[] counts = new double[BOUNDS.size()];
    List<Samples> buckets = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      buckets.add(new Samples());
      counts[i] = HIGH;
    }
    for (int scrape = 0; scrape < SCRAPES; scrape++) {
      double total = 0;
      for (int i = 0; i < counts.length; i++) {
        counts[i] += random.nextInt(4);
        total += counts[i];
        buckets.get(i).append(start + (long) scrape * SCRAPE + OFFSET, total);
      }
    }
    for (int i = 0; i < counts.length; i++) {
      Labels labels = Labels.of("__name__", "lat_bucket", "zone", zone, "le", BOUNDS.get(i));
      series.add(new Series(labels, buckets.get(i)));
    }
  }

  private void steady(Values values, String... labels) {
    Samples samples = new Samples();
    for (int scrape = 0; scrape < SCRAPES; scrape++) {
      samples.append(start + (long) scrape * SCRAPE + OFFSET, values.next());
    }
    series.add(new Series(Labels.of(labels), samples));
  }

  private void add(Values values, String... labels) {
    Samples samples = new Samples();
    int scrape = random.nextInt(5) == 0 ? random.nextInt(SCRAPES / 2) : 0;
    while (scrape < SCRAPES) {
      long late = random.nextInt(6) == 0 ? 1000L * random.nextInt(10) : 0;
      long time = start + (long) scrape * SCRAPE + late + OFFSET;
      if (random.nextInt(60) == 0) {
        samples.append(time, StaleNaN.STALE_NAN);
        scrape += random.nextInt(30);
      } else {
        samples.append(time, values.next());
        scrape += random.nextInt(50) == 0 ? random.nextInt(40) : 0;
      }
      scrape++;
    }
    series.add(new Series(Labels.of(labels), samples));
  }

  @FunctionalInterface
  private interface Values {
    double next();
  }

  private final class Gauge implements Values {
    private final double step;
    private double value;

    Gauge(double value, double step) {
      this.value = value;
      this.step = step;
    }

    @Override
    public double next() {
      value += (random.nextDouble() - 0.5) * step;
      return switch (random.nextInt(150)) {
        case 0 -> Double.NaN;
        case 1 -> Double.POSITIVE_INFINITY;
        case 2 -> Double.NEGATIVE_INFINITY;
        case 3 -> -0.0;
        default -> value;
      };
    }
  }

  private final class Whole implements Values {
    private int value = 5;

    @Override
    public double next() {
      value = Math.max(-3, value + random.nextInt(5) - 2);
      return value;
    }
  }

  private final class Bytes implements Values {
    private double value = HIGH;

    @Override
    public double next() {
      value += random.nextDouble() * 1e5;
      return value;
    }
  }

  private final class Counter implements Values {
    private double value = HIGH;
    private int seen;

    @Override
    public double next() {
      if (seen++ > 10 && random.nextInt(40) == 0) {
        value = Math.floor(value * random.nextDouble());
      }
      value += random.nextInt(7);
      return value;
    }
  }
}
