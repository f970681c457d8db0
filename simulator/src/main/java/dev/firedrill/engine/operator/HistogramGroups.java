package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.histogram.HistogramTotal;
import dev.firedrill.histogram.IncompatibleBucketsException;
import dev.firedrill.histogram.NativeHistogram;
import org.jspecify.annotations.Nullable;

/// The sums or averages of the native histograms in the groups of an aggregation, at one step after
/// the other.
final class HistogramGroups {
  private static final String DURING = "aggregation";

  private final boolean average;
  private final Annotations annotations;
  private final Span span;
  private final @Nullable HistogramTotal[] totals;
  private final boolean[] there;
  private final boolean[] failed;

  HistogramGroups(int groups, boolean average, Annotations annotations, Span span) {
    this.average = average;
    this.annotations = annotations;
    this.span = span;
    this.totals = new @Nullable HistogramTotal[groups];
    this.there = new boolean[groups];
    this.failed = new boolean[groups];
  }

  /// Adds a histogram to a group.
  ///
  /// @param hasNumbers whether the group has numbers already
  /// @param metric the name of the series, for what there is to say
  void add(int group, NativeHistogram histogram, boolean hasNumbers, String metric) {
    boolean first = !there[group];
    there[group] = true;
    if (first && !hasNumbers) {
      totals[group] = average ? HistogramTotal.average(histogram) : HistogramTotal.sum(histogram);
      return;
    }
    HistogramTotal total = totals[group];
    // Nothing can come of a group that began with a number, so Prometheus adds up nothing.
    if (total == null || failed[group]) {
      return;
    }
    try {
      total.add(histogram);
    } catch (IncompatibleBucketsException e) {
      failed[group] = true;
      annotations.add(HistogramNotes.mixedSchemas(metric, span));
    }
  }

  /// {@return whether a group has histograms at this step}
  boolean has(int group) {
    return there[group];
  }

  /// {@return whether the histograms of a group do not go together, so that Prometheus looks at no
  ///     more of its elements, numbers or not}
  boolean failed(int group) {
    return failed[group];
  }

  /// Writes what the histograms of a group come to and forgets them.
  ///
  /// @param hasNumbers whether the group has numbers too, so that there is no result
  void end(int group, boolean hasNumbers, Batch out, int row) {
    HistogramTotal total = totals[group];
    boolean broken = failed[group];
    totals[group] = null;
    there[group] = false;
    failed[group] = false;
    if (hasNumbers) {
      annotations.add(HistogramNotes.mixedInAggregation(span));
    }
    if (total == null) {
      return;
    }
    if (total.reconciledBounds()) {
      annotations.add(HistogramNotes.reconciledBounds(DURING, span));
    }
    if (total.hintsCollided() && !hasNumbers) {
      annotations.add(HistogramNotes.conflictingResets(DURING, span));
    }
    if (!broken && !hasNumbers) {
      out.set(group, row, total.result().compacted());
    }
  }
}
