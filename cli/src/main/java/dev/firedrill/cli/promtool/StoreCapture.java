package dev.firedrill.cli.promtool;

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
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps hold of what a test loaded and recorded, for `--debug`.
final class StoreCapture {
  private @Nullable SeriesSource store;

  /// Notes the store of the test that runs now.
  void keep(SeriesSource current) {
    store = current;
  }

  /// {@return all series of a test that was run, as promtool dumps them}
  ///
  /// They reach up to the next whole second after the last time that the test names, and leave out
  /// the sample at its very start.
  String dump(UnitTest test) {
    long span = (test.lastTime().toMillis() + 1000) / 1000 * 1000;
    StringBuilder out = new StringBuilder();
    out.append("DEBUG: Dump of all data (input_series and rules) at ");
    out.append(GoDuration.formatMillis(span)).append(":\n");
    SeriesSource current = store;
    List<Series> all = new ArrayList<>(current == null ? List.of() : all(current, test, span));
    all.sort(Comparator.comparing(Series::labels));
    for (Series series : all) {
      Samples samples =
          series.samples().between(test.start() + 1, test.start() + span).withoutStaleness();
      if (!samples.isEmpty()) {
        write(series, samples, out);
      }
    }
    return out.toString();
  }

  private static List<Series> all(SeriesSource source, UnitTest test, long span) {
    LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, Operator.NOT_EQUAL, "");
    return source.select(List.of(named), new TimeRange(test.start() + 1, test.start() + span));
  }

  private static void write(Series series, Samples samples, StringBuilder out) {
    out.append(Observation.braces(new TreeMap<>(series.labels().toMap()))).append(" =>");
    for (int i = 0; i < samples.size(); i++) {
      out.append('\n');
      out.append(GoFloat.json(samples.value(i))).append(" @[").append(samples.time(i)).append(']');
    }
    out.append('\n');
  }
}
