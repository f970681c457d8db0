package dev.firedrill.promql.ast;

import java.util.List;

/// Which labels an aggregation keeps.
///
/// @param without whether `labels` are dropped (`without`) rather than kept (`by`)
/// @param labels in the order written
public record Grouping(boolean without, List<String> labels) {
  /// No `by` and no `without`: everything in one group.
  public static final Grouping ALL = new Grouping(false, List.of());

  public Grouping {
    labels = List.copyOf(labels);
  }
}
