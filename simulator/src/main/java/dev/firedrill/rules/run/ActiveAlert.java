package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertState;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An alert instance as an evaluation left it.
public final class ActiveAlert {
  private final Labels labels;
  private final AlertAnnotations annotations;
  private final double value;
  private final @Nullable NativeHistogram histogram;
  private final AlertState state;

  ActiveAlert(
      Labels labels,
      AlertAnnotations annotations,
      double value,
      @Nullable NativeHistogram histogram,
      AlertState state) {
    this.labels = labels;
    this.annotations = annotations;
    this.value = value;
    this.histogram = histogram;
    this.state = state;
  }

  /// {@return the same alert in another state}
  ActiveAlert in(AlertState other) {
    return new ActiveAlert(labels, annotations, value, histogram, other);
  }

  /// {@return what tells the instance from others, `alertname` among them}
  public Labels labels() {
    return labels;
  }

  /// {@return the labels of the sample that the expression yielded at the last evaluation at which
  ///     it held for this instance: those of the rule are not among them}
  public Labels source() {
    return annotations.source();
  }

  /// {@return the annotations as expanded at the last evaluation at which the expression held;
  ///     values may be empty}
  public SortedMap<String, String> annotations() {
    return annotations.get();
  }

  /// {@return what expands [#annotations()] when it is asked}
  public Supplier<SortedMap<String, String>> annotationsWhenAsked() {
    return annotations;
  }

  /// {@return the value of the expression at the last evaluation at which it held; NaN where it was
  ///     a native histogram}
  public double value() {
    return value;
  }

  /// {@return the value where it was a native histogram; null where it was a number}
  public @Nullable NativeHistogram histogram() {
    return histogram;
  }

  /// {@return the state after the evaluation}
  public AlertState state() {
    return state;
  }

  /// {@return whether the alert fires}
  public boolean isFiring() {
    return state instanceof AlertState.Firing;
  }

  /// {@return whether the condition holds no more, and `keep_firing_for` keeps the alert}
  public boolean isKept() {
    return state instanceof AlertState.Firing firing && firing.missingSince() != null;
  }

  @Override
  public String toString() {
    return labels + " " + state;
  }
}
