package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How the series of an input become series of an output when their labels change. Several may
/// become one, which is an error only where they have samples at the same step.
public final class LabelMapping {
  private final List<Labels> outputs = new ArrayList<>();
  private final int[] targets;

  private LabelMapping(List<Labels> changed) {
    targets = new int[changed.size()];
    Map<Labels, Integer> places = new HashMap<>();
    for (int i = 0; i < targets.length; i++) {
      Labels labels = changed.get(i);
      @Nullable Integer known = places.putIfAbsent(labels, outputs.size());
      targets[i] = known == null ? outputs.size() : known;
      if (known == null) {
        outputs.add(labels);
      }
    }
  }

  /// {@return the mapping of series whose labels are already those of the output}
  public static LabelMapping of(List<Labels> labels) {
    return new LabelMapping(labels);
  }

  /// {@return the mapping of series whose labels are changed}
  public static LabelMapping of(List<Labels> labels, UnaryOperator<Labels> change) {
    List<Labels> changed = new ArrayList<>(labels.size());
    for (Labels one : labels) {
      changed.add(change.apply(one));
    }
    return new LabelMapping(changed);
  }

  /// {@return the labels of the output, none twice}
  public List<Labels> outputs() {
    return outputs;
  }

  /// {@return which output series an input series becomes}
  public int target(int input) {
    return targets[input];
  }

  /// Writes a number for an input series.
  ///
  /// @param span the expression to blame
  /// @throws EvaluationException if another input series has written there
  public void set(Batch out, int input, int row, double value, Span span) {
    out.set(free(out, input, row, span), row, value);
  }

  /// Writes a native histogram for an input series.
  ///
  /// @param span the expression to blame
  /// @throws EvaluationException if another input series has written there
  public void set(Batch out, int input, int row, NativeHistogram histogram, Span span) {
    out.set(free(out, input, row, span), row, histogram);
  }

  /// Writes the value of a column of another batch for an input series.
  ///
  /// @param span the expression to blame
  /// @throws EvaluationException if another input series has written there
  public void copy(Batch out, int input, int row, Batch from, int column, Span span) {
    out.copy(free(out, input, row, span), row, from, column, row);
  }

  private int free(Batch out, int input, int row, Span span) {
    int target = targets[input];
    if (out.has(target, row)) {
      throw duplicate(span);
    }
    return target;
  }

  /// Copies all that a batch holds.
  ///
  /// @param in a column for each input
  /// @param out a column for each output, as many steps as `in`
  /// @throws EvaluationException if two values of a step become one
  void copyAll(Batch in, Batch out, Span span) {
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.has(column, row)) {
          copy(out, column, row, in, column, span);
        }
      }
    }
  }

  /// {@return the error for two samples with the same labels}
  public static EvaluationException duplicate(Span span) {
    return new EvaluationException("vector cannot contain metrics with the same labelset", span);
  }
}
