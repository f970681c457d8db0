package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes what one rule yields, and ends the series that it yields no more.
final class SeriesWriter {
  private final SampleSink sink;
  private List<Labels> written = List.of();

  SeriesWriter(SampleSink sink) {
    this.sink = sink;
  }

  /// Writes the samples of an evaluation that did not fail.
  ///
  /// @param time epoch milliseconds
  void write(List<QueryResult.Sample> samples, long time) {
    List<Labels> now = new ArrayList<>(samples.size());
    boolean unchanged = samples.size() == written.size();
    for (QueryResult.Sample sample : samples) {
      if (sink.append(sample, time)) {
        unchanged = unchanged && sample.labels().equals(written.get(now.size()));
        now.add(sample.labels());
      } else {
        unchanged = false;
      }
    }
    if (!unchanged) {
      end(now, time);
    }
    written = now;
  }

  private void end(List<Labels> now, long time) {
    Set<Labels> still = new HashSet<>(now);
    for (Labels before : written) {
      if (!still.contains(before)) {
        sink.append(new QueryResult.Sample(before, StaleNaN.STALE_NAN), time);
      }
    }
  }
}
