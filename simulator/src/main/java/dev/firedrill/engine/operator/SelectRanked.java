package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.HistogramNotes;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Grouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `topk` and `bottomk`: the elements of each group with the greatest or least values, as they are.
///
/// Of elements with the same value the earlier series stays; NaN is the first to go.
public final class SelectRanked implements Operator {
  private final String name;
  private final boolean greatest;
  private final Grouping grouping;
  private final Operator vector;
  private final ElementLimit limit;
  private final Annotations annotations;
  private final Span span;
  private final SeriesGroups groups;
  private final List<Labels> labels;
  private final int[] sources;

  /// Chooses from a vector.
  ///
  /// @param instant whether there is but one step, so that the result can be put in order of values
  public SelectRanked(
      Expr.Aggregation aggregation,
      Operator vector,
      ElementLimit limit,
      Annotations annotations,
      boolean instant) {
    this.name = aggregation.operator().keyword();
    this.greatest = aggregation.operator() == AggregationOperator.TOPK;
    this.grouping = aggregation.grouping();
    this.vector = vector;
    this.limit = limit;
    this.annotations = annotations;
    this.span = aggregation.span();
    this.groups = SeriesGroups.of(grouping, vector.series());
    this.sources = instant ? ranked() : inOrder();
    this.labels = labelsOf(sources);
  }

  private int[] inOrder() {
    int[] all = new int[vector.series().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    return all;
  }

  private int[] ranked() {
    Batch in = vector.batch(0, 1);
    int[][] chosen = choose(in, 0, limit.at(0, in.series()));
    int count = 0;
    for (int[] group : chosen) {
      count += group.length;
    }
    int[] order = new int[count];
    int next = 0;
    for (int[] group : chosen) {
      System.arraycopy(group, 0, order, next, group.length);
      next += group.length;
    }
    return order;
  }

  private List<Labels> labelsOf(int[] order) {
    List<Labels> list = new ArrayList<>(order.length);
    for (int series : order) {
      list.add(vector.series().get(series));
    }
    return list;
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean losesName(int series) {
    return vector.losesName(sources[series]);
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = vector.batch(first, out.steps());
    boolean[] chosen = new boolean[in.series()];
    for (int row = 0; row < out.steps(); row++) {
      for (int[] group : choose(in, row, limit.at(first + row, in.series()))) {
        for (int series : group) {
          chosen[series] = true;
        }
      }
      for (int column = 0; column < sources.length; column++) {
        if (chosen[sources[column]]) {
          out.set(column, row, in.get(sources[column], row));
        }
      }
      Arrays.fill(chosen, false);
    }
  }

  private int[][] choose(Batch in, int row, int count) {
    if (count == 0) {
      return new int[0][];
    }
    RankHeap[] heaps = new RankHeap[groups.count()];
    for (int group = 0; group < heaps.length; group++) {
      heaps[group] = new RankHeap(greatest, count);
    }
    for (int column = 0; column < in.series(); column++) {
      if (in.hasNumber(column, row)) {
        heaps[groups.of(column)].offer(column, in.get(column, row));
      } else if (in.has(column, row)) {
        annotations.add(HistogramNotes.ignoredInAggregation(name, span));
      }
    }
    int[][] chosen = new int[heaps.length][];
    for (int group = 0; group < heaps.length; group++) {
      chosen[group] = heaps[group].bestFirst();
    }
    return chosen;
  }

  @Override
  public String describe() {
    return name + SeriesGroups.describe(grouping);
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(limit.parameter(), vector);
  }
}
