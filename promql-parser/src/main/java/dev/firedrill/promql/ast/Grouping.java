package dev.firedrill.promql.ast;

import java.util.List;

/// Which labels an aggregation keeps.
///
/// @param kind how `labels` are meant
/// @param labels in the order written
public record Grouping(Kind kind, List<String> labels) {
  /// No `by` and no `without`: everything in one group.
  public static final Grouping ALL = new Grouping(Kind.ALL, List.of());

  public Grouping {
    labels = List.copyOf(labels);
  }

  /// {@return whether `labels` are dropped rather than kept}
  public boolean without() {
    return kind == Kind.WITHOUT;
  }

  /// What was written. `ALL` means the same as `BY` without labels, but reads differently.
  public enum Kind {
    /// Nothing: everything in one group.
    ALL,
    /// `by`: only the labels listed are kept.
    BY,
    /// `without`: the labels listed are dropped.
    WITHOUT
  }
}
