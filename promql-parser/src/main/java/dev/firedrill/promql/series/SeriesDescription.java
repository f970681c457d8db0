package dev.firedrill.promql.series;

import dev.firedrill.labels.Labels;
import java.util.List;

/// A series written out.
///
/// @param labels the metric name among them
/// @param values one for each step from the first on
public record SeriesDescription(Labels labels, List<SeriesValue> values) {
  public SeriesDescription {
    values = List.copyOf(values);
  }
}
