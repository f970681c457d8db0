package dev.firedrill.cli.html.chart;

import dev.firedrill.labels.Labels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A watched series.
///
/// @param labels of the series
/// @param instances the places of the alert's instances that it belongs to
/// @param values over the steps of the chart
/// @param limits what it is compared with; null where the chart has one limit for all
public record ChartLine(
    Labels labels, List<Integer> instances, LinePoints values, @Nullable LinePoints limits) {
  public ChartLine {
    instances = List.copyOf(instances);
  }

  /// {@return how many steps the least and the greatest value stand for; 1 where all are there}
  int bucket() {
    LinePoints compared = limits();
    return Math.max(values.bucket(), compared == null ? 1 : compared.bucket());
  }

  /// {@return how many points it has}
  int size() {
    LinePoints compared = limits();
    return values.size() + (compared == null ? 0 : compared.size());
  }
}
