package dev.firedrill.replay.noise;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.rules.Rule;
import java.util.List;

/// An alert that never fired, and what is known of why.
///
/// @param reasons the most telling first; never empty
public record NeverFired(AlertReplay alert, List<Reason> reasons) {
  public NeverFired {
    reasons = List.copyOf(reasons);
  }

  /// Why an alert did not fire.
  public sealed interface Reason {}

  /// It was not evaluated in the time looked at.
  public record NotEvaluated() implements Reason {}

  /// Its evaluations failed.
  ///
  /// @param message of the first
  public record Failed(int evaluations, String message) implements Reason {}

  /// Selectors found no series.
  public record NoSeries(List<InstantSelector> selectors) implements Reason {
    public NoSeries {
      selectors = List.copyOf(selectors);
    }
  }

  /// A record that a selector without series reads was recorded from nothing.
  ///
  /// @param selectors without series that the record's expression reads; none where it reads some
  ///     and yields nothing all the same
  public record NothingRecorded(Rule.RecordingRule rule, List<InstantSelector> selectors)
      implements Reason {
    public NothingRecorded {
      selectors = List.copyOf(selectors);
    }
  }

  /// The expression held, but not long enough.
  ///
  /// @param times how often an instance was pending
  /// @param longest the most evaluations in a row at which it held
  /// @param wanted how many it takes
  /// @param holdMillis `for`
  public record NotLongEnough(int times, long longest, long wanted, long holdMillis)
      implements Reason {}

  /// What is watched had no value, though its selectors have series.
  public record NoValues(Condition.Comparison comparison) implements Reason {}

  /// The threshold had no value for any watched series, so that nothing was compared.
  public record NoThreshold(Condition.Comparison comparison, int series) implements Reason {}

  /// A comparison never held.
  ///
  /// @param labels of the series that came nearest
  /// @param time when it did, in epoch milliseconds
  /// @param distance from the threshold; infinite where all was NaN
  public record Missed(
      Condition.Comparison comparison,
      Labels labels,
      long time,
      double value,
      double limit,
      double distance)
      implements Reason {}

  /// A comparison held, so that it was others that did not.
  ///
  /// @param share the share of the comparisons that held
  public record Held(Condition.Comparison comparison, double share) implements Reason {}

  /// What should be absent was there all the time.
  public record NeverAbsent(Condition.Absence absence) implements Reason {}

  /// Each part has values, but no series of one matches one of another, or `unless` takes all.
  public record NoMatch() implements Reason {}
}
