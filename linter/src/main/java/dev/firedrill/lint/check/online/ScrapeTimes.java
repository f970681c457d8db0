package dev.firedrill.lint.check.online;

import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.SeriesSink;
import dev.firedrill.client.VectorResult;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How far apart the samples of series really are.
final class ScrapeTimes {
  private static final Duration LOOK = Duration.ofMinutes(20);
  // As many as it takes to meet a series that was not scraped at times.
  private static final int LOOKED_AT = 3;
  private static final int FEWEST_SAMPLES = 4;

  private ScrapeTimes() {}

  /// {@return the milliseconds between two samples of a series, mostly, of the series that is
  ///     scraped most often among some of those asked for; 0 where too little is there to tell}
  static long of(SeriesQuestion series, PrometheusApi server, long now) {
    long least = 0;
    for (VectorResult.Value some : server.vector(sampleOf(series), now).samples()) {
      String range = "[" + LOOK.toMinutes() + "m]";
      Times times = server.query(exactly(some.labels()) + range, now, Times::new);
      long usual = times.usualDistance();
      least = usual > 0 && (least == 0 || usual < least) ? usual : least;
    }
    return least;
  }

  private static String sampleOf(SeriesQuestion series) {
    // Any few of them; the values do not matter.
    return "topk(" + LOOKED_AT + ", " + series + ")";
  }

  private static SeriesQuestion exactly(Labels labels) {
    List<LabelMatcher> matchers = new ArrayList<>();
    String name = labels.metricName();
    if (!name.isEmpty()) {
      matchers.add(LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, name));
    }
    labels.forEach(
        (label, value) -> {
          if (!label.equals(Labels.METRIC_NAME)) {
            matchers.add(LabelMatcher.of(label, Operator.EQUAL, value));
          }
        });
    return new SeriesQuestion(matchers);
  }

  /// The times of the samples of the first series.
  private static final class Times implements SeriesSink {
    private final List<Long> times = new ArrayList<>();
    private int series;

    @Override
    public void series(Labels labels) {
      series++;
    }

    @Override
    public void sample(long time, double value) {
      if (series == 1) {
        times.add(time);
      }
    }

    @Override
    public void histogram(long time) {
      sample(time, Double.NaN);
    }

    long usualDistance() {
      if (times.size() < FEWEST_SAMPLES) {
        return 0;
      }
      long[] distances = new long[times.size() - 1];
      for (int i = 0; i < distances.length; i++) {
        distances[i] = times.get(i + 1) - times.get(i);
      }
      Arrays.sort(distances);
      return rounded(distances[distances.length / 2]);
    }

    // Scrapes are some milliseconds early or late.
    private static long rounded(long millis) {
      return millis < 1000 ? millis : Math.round(millis / 1000.0) * 1000;
    }
  }
}
