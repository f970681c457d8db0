package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Modifiers.Edges;
import dev.firedrill.series.Samples;
import java.util.List;

/// What range functions read: series with their samples, and for each step the window of time that
/// counts.
public interface RangeInput extends PlanNode {
  /// {@return the labels of all series; always the same list}
  List<Labels> series();

  /// {@return whether a series loses its metric name once the whole expression is evaluated}
  default boolean losesName(int series) {
    return false;
  }

  /// {@return the samples of a series over all windows, without staleness markers}
  Samples samples(int index);

  /// {@return the end of the window of a step, included, in epoch milliseconds}
  long windowEnd(int step);

  /// {@return the length of the window in milliseconds; its start does not belong to it}
  long range();

  /// {@return which samples beyond the window come with it}
  default Reach reach() {
    return Reach.NONE;
  }

  /// How far beyond a window samples come with it.
  ///
  /// @param before milliseconds before the start
  /// @param after milliseconds after the end
  /// @param edges what they are for
  record Reach(long before, long after, Edges edges) {
    /// Only samples inside.
    public static final Reach NONE = new Reach(0, 0, Edges.PLAIN);
  }
}
