package dev.firedrill.cli.promtool;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoDuration;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All series of a test that was run, as promtool dumps them for `--debug`.
final class SeriesDump {
  private SeriesDump() {}

  /// {@return the dump}
  ///
  /// It reaches up to the next whole second after the last time that the test names, and leaves out
  /// the samples at its very start.
  static String of(UnitTest test, SeriesSource source) {
    long span = (test.lastTime().toMillis() + 1000) / 1000 * 1000;
    StringBuilder out = new StringBuilder();
    out.append("DEBUG: Dump of all data (input_series and rules) at ");
    out.append(GoDuration.formatMillis(span)).append(":\n");
    LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, Operator.NOT_EQUAL, "");
    TimeRange range = new TimeRange(test.start() + 1, test.start() + span);
    List<Series> all = new ArrayList<>(source.select(List.of(named), range));
    all.sort(Series::byLabels);
    for (Series series : all) {
      Samples samples = series.samples().between(range.first(), range.last()).withoutStaleness();
      if (!samples.isEmpty()) {
        write(series, samples, out);
      }
    }
    return out.toString();
  }

  // All numbers of a series come before its histograms.
  private static void write(Series series, Samples samples, StringBuilder out) {
    out.append(Observation.braces(new TreeMap<>(series.labels().toMap()))).append(" =>");
    StringBuilder histograms = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      @Nullable NativeHistogram histogram = samples.histogram(i);
      StringBuilder lines = histogram == null ? out : histograms;
      lines.append('\n');
      lines.append(histogram == null ? GoFloat.plain(samples.value(i)) : histogram.toString());
      lines.append(" @[").append(samples.time(i)).append(']');
    }
    out.append(histograms).append('\n');
  }
}
