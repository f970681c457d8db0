package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.VectorMatching;
import java.util.Set;

/// The labels of what comes of two matched series.
///
/// @param dropsName whether the operator takes the metric name off
record MatchedLabels(VectorMatching matching, boolean dropsName) {
  /// {@return whether series that the side of one lacks are filled in}
  boolean fillsOne() {
    return matching.fillRight() != null;
  }

  /// {@return whether series that the side of many lacks are filled in}
  boolean fillsMany() {
    return matching.fillLeft() != null;
  }

  /// {@return the labels of a result}
  /// @param many the series of the side that may have several; the left one where there is none
  /// @param one the series of the other side
  Labels of(Labels many, Labels one) {
    Labels start = dropsName ? MetricName.drop(many) : many;
    if (matching.cardinality() != VectorMatching.Cardinality.ONE_TO_ONE) {
      return include(start, one);
    }
    Set<String> names = Set.copyOf(matching.labels());
    return matching.on() ? LabelSelection.keep(start, names) : LabelSelection.drop(start, names);
  }

  private Labels include(Labels start, Labels one) {
    if (matching.include().isEmpty()) {
      return start;
    }
    Labels.Builder builder = start.toBuilder();
    for (String name : matching.include()) {
      builder.set(name, one.get(name));
    }
    return builder.build();
  }
}
