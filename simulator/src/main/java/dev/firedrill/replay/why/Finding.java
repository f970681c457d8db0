package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a part of an expression has less than its parts would give.
///
/// All times are epoch milliseconds.
public sealed interface Finding {
  /// The data have no series of this name at any time.
  ///
  /// @param nearest the name that is there and looks most like it; null where none does
  record UnknownMetric(String name, @Nullable String nearest) implements Finding {}

  /// There are series of the metric, but at no time one that all matchers accept.
  ///
  /// @param culprits the matchers without which there are some; one or two; all where no two do
  /// @param without how many series there are without them
  /// @param values of the label of the first one that these series have, likest first; at most five
  /// @param allValues how many values there are
  /// @param nearest the value that looks most like what was asked for; null where none does
  record Unmatched(
      List<LabelMatcher> culprits,
      int without,
      List<String> values,
      int allValues,
      @Nullable String nearest)
      implements Finding {
    public Unmatched {
      culprits = List.copyOf(culprits);
      values = List.copyOf(values);
    }
  }

  /// There are series that the selector accepts, but not one of the instance looked at.
  ///
  /// @param others how many there are
  record NotOfInstance(Labels wanted, int others) implements Finding {}

  /// The series that the selector accepts have samples at other times only.
  ///
  /// @param series how many there are
  /// @param example the one that had the last sample
  /// @param last its last sample before; null where all began later
  /// @param value of that sample; NaN where that was a histogram
  /// @param histogram that value where it is a native histogram; null where it is a number
  /// @param marker when a staleness marker ended it; null where it just had no more samples
  /// @param next the first sample of any of them afterwards; null where none came
  /// @param sought the time at which a sample was looked for: `offset` and `@` move it
  /// @param window milliseconds that are looked back from there
  record NoSample(
      int series,
      Labels example,
      @Nullable Long last,
      double value,
      @Nullable NativeHistogram histogram,
      @Nullable Long marker,
      @Nullable Long next,
      long sought,
      long window)
      implements Finding {}

  /// A function over a range got fewer samples than it needs.
  ///
  /// @param series how many series have too few
  /// @param of how many there are in the range
  /// @param samples how many the example has
  /// @param last its last one
  record TooFewSamples(int series, int of, Labels example, int samples, int needed, long last)
      implements Finding {}

  /// A comparison let values go.
  ///
  /// @param count how many
  /// @param of how many were compared
  /// @param nearest those that were nearest to pass, nearest first; at most five
  record Missed(BinaryOperator operator, int count, int of, List<Miss> nearest) implements Finding {
    public Missed {
      nearest = List.copyOf(nearest);
    }
  }

  /// A value that a comparison let go.
  ///
  /// @param value the left side
  /// @param bound the right side
  record Miss(Labels labels, double value, double bound) {
    /// {@return by how much it failed}
    public double distance() {
      return Math.abs(value - bound);
    }
  }

  /// Series of one side of an operator found none on the other side.
  ///
  /// @param left whether they are of the left side
  /// @param count how many
  /// @param of how many there are on the side
  /// @param example one of them
  /// @param key the labels of the example that are compared
  /// @param regardless whether comparisons let one side go, and they would find none without these
  /// @param labels names of the labels that the series of the side have
  /// @param otherLabels names of the labels that the series of the other side have
  /// @param nearest the series of the other side that is most like the example; null where there is
  ///     none at all
  /// @param differing names of the compared labels in which the two differ
  /// @param advice how they would find each other; null where nothing simple would do
  record Unpaired(
      boolean left,
      int count,
      int of,
      Labels example,
      Labels key,
      boolean regardless,
      List<String> labels,
      List<String> otherLabels,
      @Nullable Labels nearest,
      List<String> differing,
      @Nullable Advice advice)
      implements Finding {
    public Unpaired {
      labels = List.copyOf(labels);
      otherLabels = List.copyOf(otherLabels);
      differing = List.copyOf(differing);
    }
  }

  /// How series would find each other.
  ///
  /// @param on the labels to be compared
  /// @param group `group_left` or `group_right`; empty where each meets but one
  record Advice(List<String> on, String group) {
    public Advice {
      on = List.copyOf(on);
    }
  }

  /// Several series of the left side of an operator that pairs one with one have the same partner,
  /// for which the evaluation failed.
  ///
  /// @param key the labels that are compared
  /// @param partner the series of the right side
  /// @param series those of the left side; at most three
  /// @param of how many there are of the left side
  record Ambiguous(Labels key, Labels partner, List<Labels> series, int of) implements Finding {
    public Ambiguous {
      series = List.copyOf(series);
    }
  }

  /// Several series have the same labels on the side of an operator that may have only one of each,
  /// for which the evaluation failed.
  ///
  /// @param left whether they are of the left side
  /// @param key the labels that are compared
  /// @param series at most three
  /// @param of how many there are
  /// @param differing names of the labels in which the first two differ
  record Duplicates(boolean left, Labels key, List<Labels> series, int of, List<String> differing)
      implements Finding {
    public Duplicates {
      series = List.copyOf(series);
      differing = List.copyOf(differing);
    }
  }

  /// Two series became the same by the labels that a rule writes, or by what an expression makes of
  /// labels, for which the evaluation failed.
  ///
  /// @param differing names of the labels in which they differ, none of which is left as it was;
  ///     nothing where they differ in the name of the metric alone
  /// @param by the function or operator that did it; `the rule` where the rule's labels did
  record SameLabels(Labels one, Labels other, List<String> differing, String by)
      implements Finding {
    /// What is said of labels that a rule writes.
    public static final String RULE = "the rule";

    public SameLabels {
      differing = List.copyOf(differing);
    }
  }

  /// Arithmetic on numbers gave none.
  ///
  /// @param count how many results are no numbers, though both sides are
  /// @param example the labels of one
  /// @param left the number on the left side of the example
  /// @param right that on the right side
  record NoNumber(int count, Labels example, double left, BinaryOperator operator, double right)
      implements Finding {}

  /// A quantile, or a share of observations, is no number.
  ///
  /// @param example the labels of one
  /// @param noInfiniteBucket whether it has no bucket `le="+Inf"`; else none has observations
  record NoQuantile(Labels example, boolean noInfiniteBucket) implements Finding {}

  /// Prometheus has something to say about what came of this part.
  ///
  /// @param message without prefix and position
  record Remarked(String message) implements Finding {}

  /// Both sides of an operator yield series, but none that the other yields, too: comparisons let
  /// go those that would have met.
  ///
  /// @param left one of the left side
  /// @param right one of the right side
  record Apart(Labels left, Labels right) implements Finding {}

  /// Series that a selector accepts have no sample any more, while others of it have.
  ///
  /// @param series how many ended within the hour
  /// @param example the one that ended last
  /// @param last its last sample, in epoch milliseconds
  /// @param value of that sample; NaN where that was a histogram
  /// @param histogram that value where it is a native histogram; null where it is a number
  record Ended(
      int series, Labels example, long last, double value, @Nullable NativeHistogram histogram)
      implements Finding {}

  /// `unless` took series away.
  ///
  /// @param regardless whether it would, if no comparison let any series of the left side go
  /// @param count how many
  /// @param of how many there were
  /// @param example one of them
  /// @param by the series of the right side that did it
  record Removed(boolean regardless, int count, int of, Labels example, Labels by)
      implements Finding {}

  /// `absent` gives nothing, since there is something.
  ///
  /// @param count how many series
  /// @param value of the example; NaN for a histogram and where samples of a range were looked at
  /// @param last the last sample of a range, in epoch milliseconds; null where none was looked at
  record Present(int count, Labels example, double value, @Nullable Long last) implements Finding {}

  /// An aggregation of nothing is nothing, not 0.
  record NothingAggregated(String operator) implements Finding {}

  /// An aggregation yields series, but not the one looked at: `topk` takes others, `count_values`
  /// counts other values.
  ///
  /// @param taken some of the series that there are
  /// @param of how many there are
  /// @param left a series that was not taken; null where the operator does not choose
  record OthersOnly(List<Sample> taken, int of, @Nullable Sample left) implements Finding {
    public OthersOnly {
      taken = List.copyOf(taken);
    }
  }

  /// `scalar` is not a number, since there is not exactly one series.
  record NotOne(int series) implements Finding {}

  /// More rules write what a selector reads than are worth following.
  record ManyWriters(int rules) implements Finding {}

  /// A rule writes the metric that a selector reads, but with labels that it does not select.
  ///
  /// @param written labels that the rule gives, where others are selected
  record WrittenOtherwise(Rule rule, Labels written) implements Finding {}

  /// Rules write what a selector reads, but wrote nothing of it yet.
  ///
  /// @param failure why the evaluation of the first one failed that did; null where none did
  record NothingWritten(int rules, @Nullable String failure) implements Finding {}
}
