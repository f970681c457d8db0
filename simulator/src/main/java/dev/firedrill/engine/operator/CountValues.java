package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Grouping;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// `count_values`: how many elements of each group have each value, the value in a label.
///
/// The values decide about the series, so the input is evaluated once to know them and again to
/// count.
public final class CountValues implements Operator {
  private final String label;
  private final Grouping grouping;
  private final Operator vector;
  private final Set<String> names;
  private final Map<Labels, Integer> places = new HashMap<>();
  private final List<Labels> labels = new ArrayList<>();
  private final BitSet withoutName = new BitSet();

  /// Counts the values of a vector.
  ///
  /// @param label the name of the label for the values
  /// @param steps all steps
  /// @param found is told how many series there are, as they are found
  public CountValues(
      String label, Grouping grouping, Operator vector, StepBatches steps, IntConsumer found) {
    this.label = label;
    this.grouping = grouping;
    this.vector = vector;
    this.names = Set.copyOf(grouping.labels());
    for (StepBatches.Run run : steps.all()) {
      collect(vector.batch(run.first(), run.steps()));
      found.accept(labels.size());
    }
  }

  private void collect(Batch batch) {
    for (int column = 0; column < batch.series(); column++) {
      for (int row = 0; row < batch.steps(); row++) {
        if (batch.has(column, row)) {
          Labels result = labelsOf(column, batch, row);
          if (places.putIfAbsent(result, labels.size()) == null) {
            labels.add(result);
          }
          if (vector.losesName(column)) {
            withoutName.set(places.getOrDefault(result, -1));
          }
        }
      }
    }
  }

  private Labels labelsOf(int column, Batch batch, int row) {
    @Nullable NativeHistogram histogram = batch.histogram(column, row);
    String value = histogram == null ? GoFloat.plain(batch.get(column, row)) : histogram.toString();
    Labels input = vector.series().get(column);
    return grouping.without()
        ? LabelSelection.dropWithName(input.toBuilder().set(label, value).build(), names)
        : LabelSelection.keep(input, names).toBuilder().set(label, value).build();
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean losesName(int series) {
    return withoutName.get(series);
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int column = 0; column < in.series(); column++) {
      for (int row = 0; row < out.steps(); row++) {
        if (in.has(column, row)) {
          int place = places.getOrDefault(labelsOf(column, in, row), -1);
          double before = out.has(place, row) ? out.get(place, row) : 0;
          out.set(place, row, before + 1);
        }
      }
    }
  }

  @Override
  public String describe() {
    return "count_values in " + label + SeriesGroups.describe(grouping);
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(vector);
  }
}
