package dev.firedrill.promql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the series of two vectors find each other.
///
/// @param cardinality how many of each side may meet
/// @param compared how `labels` are meant
/// @param labels in the order written
/// @param include labels taken over from the one side by `group_left` or `group_right`
/// @param fillLeft value for series that the left side lacks; null without `fill` or `fill_left`
/// @param fillRight value for series that the right side lacks; null without `fill` or `fill_right`
public record VectorMatching(
    Cardinality cardinality,
    Compared compared,
    List<String> labels,
    List<String> include,
    @Nullable Double fillLeft,
    @Nullable Double fillRight) {
  /// What applies where nothing is written: all labels compared, one to one.
  public static final VectorMatching DEFAULT =
      new VectorMatching(Cardinality.ONE_TO_ONE, Compared.ALL, List.of(), List.of(), null, null);

  /// What applies to set operators where nothing is written: all labels compared, many to many.
  public static final VectorMatching SET =
      new VectorMatching(Cardinality.MANY_TO_MANY, Compared.ALL, List.of(), List.of(), null, null);

  public VectorMatching {
    labels = List.copyOf(labels);
    include = List.copyOf(include);
  }

  /// {@return whether only `labels` are compared, rather than all others}
  public boolean on() {
    return compared == Compared.ON;
  }

  /// What was written. `ALL` means the same as `IGNORING` without labels, but reads differently.
  public enum Compared {
    /// Nothing: all labels are compared.
    ALL,
    /// `on`: only the labels listed.
    ON,
    /// `ignoring`: all but the labels listed.
    IGNORING
  }

  /// How many series of each side may share the compared labels.
  public enum Cardinality {
    ONE_TO_ONE,
    /// `group_left`
    MANY_TO_ONE,
    /// `group_right`
    ONE_TO_MANY,
    /// Set operators.
    MANY_TO_MANY
  }
}
