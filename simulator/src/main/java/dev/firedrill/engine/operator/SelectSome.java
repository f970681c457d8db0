package dev.firedrill.engine.operator;

import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Grouping;
import java.util.ArrayList;
import java.util.List;

/// `limitk` and `limit_ratio`: some elements of each group, as they are, whatever their values.
public final class SelectSome implements Operator {
  /// Which elements stay.
  public interface Rule {
    /// {@return whether a series stays at a step}
    /// @param series its number in the vector
    /// @param before how many of its group stay already
    boolean keeps(int step, int series, int before);

    /// {@return the parameter}
    Operator parameter();
  }

  private final String name;
  private final Grouping grouping;
  private final Operator vector;
  private final Rule rule;
  private final SeriesGroups groups;
  private final List<Integer> sources = new ArrayList<>();
  private final List<Labels> labels = new ArrayList<>();

  /// Chooses from a vector.
  ///
  /// @param name what is explained
  /// @param instant whether there is but one step, so that the result can be put in Prometheus's
  ///     order
  public SelectSome(String name, Grouping grouping, Operator vector, Rule rule, boolean instant) {
    this.name = name;
    this.grouping = grouping;
    this.vector = vector;
    this.rule = rule;
    this.groups = SeriesGroups.of(grouping, vector.series());
    if (instant) {
      chooseHeaps();
    } else {
      for (int series = 0; series < vector.series().size(); series++) {
        sources.add(series);
      }
    }
    for (int series : sources) {
      labels.add(vector.series().get(series));
    }
  }

  // Prometheus gathers the elements of a group in a heap and shows them in the order in which the
  // heap lies in memory.
  private void chooseHeaps() {
    Batch in = vector.batch(0, 1);
    RankHeap[] heaps = new RankHeap[groups.count()];
    for (int group = 0; group < heaps.length; group++) {
      heaps[group] = new RankHeap(true, in.series());
    }
    boolean[] kept = keptAt(in, 0, 0);
    for (int column = 0; column < in.series(); column++) {
      if (kept[column]) {
        boolean number = in.hasNumber(column, 0);
        heaps[groups.of(column)].offer(column, number ? in.get(column, 0) : 0);
      }
    }
    for (RankHeap heap : heaps) {
      for (int series : heap.asItLies()) {
        sources.add(series);
      }
    }
  }

  private boolean[] keptAt(Batch in, int row, int step) {
    boolean[] kept = new boolean[in.series()];
    int[] before = new int[groups.count()];
    for (int column = 0; column < kept.length; column++) {
      int group = groups.of(column);
      if (in.has(column, row) && rule.keeps(step, column, before[group])) {
        kept[column] = true;
        before[group]++;
      }
    }
    return kept;
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean losesName(int series) {
    return vector.losesName(sources.get(series));
  }

  @Override
  public boolean mayHoldHistograms() {
    return vector.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    for (int row = 0; row < out.steps(); row++) {
      boolean[] kept = keptAt(in, row, first + row);
      for (int column = 0; column < labels.size(); column++) {
        int source = sources.get(column);
        if (kept[source]) {
          out.copy(column, row, in, source, row);
        }
      }
    }
  }

  @Override
  public String describe() {
    return name + SeriesGroups.describe(grouping);
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(rule.parameter(), vector);
  }

  /// {@return the rule of `limitk`: the first ones}
  /// @param series how many the vector has
  public static Rule first(ElementLimit limit, int series) {
    return new Rule() {
      @Override
      public boolean keeps(int step, int element, int before) {
        return before < limit.at(step, series);
      }

      @Override
      public Operator parameter() {
        return limit.parameter();
      }
    };
  }
}
