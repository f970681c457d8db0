package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arithmetic or comparison between the matching series of two vectors.
///
/// Which pairs can meet is worked out once from the labels; each step then looks only at who is
/// there. With `group_right` the sides are swapped, so that there is always a side of many and a
/// side of one.
public final class CombineVectors implements Operator {
  private static final String EXPLICIT =
      "multiple matches for labels: many-to-one matching must be explicit"
          + " (group_left/group_right)";
  private static final String AMBIGUOUS =
      "multiple matches for labels: grouping labels must ensure unique matches";

  private final String symbol;
  private final PairEvaluation pair;
  private final boolean marks;
  private final boolean swapped;
  private final boolean grouped;
  private final Operator many;
  private final Operator one;
  private final MatchGroups groups;
  private final int[] manyGroups;
  private final int[] oneGroups;
  private final PairTargets targets;
  private final @Nullable Double missingMany;
  private final @Nullable Double missingOne;
  private final Annotations annotations;
  private final Span span;

  /// Matches two vectors.
  public CombineVectors(
      String symbol,
      BinaryKernel kernel,
      VectorMatching matching,
      Operator left,
      Operator right,
      NameRemoval names,
      Annotations annotations,
      Span span) {
    this.symbol = symbol;
    this.pair = new PairEvaluation(kernel);
    this.annotations = annotations;
    this.swapped = matching.cardinality() == Cardinality.ONE_TO_MANY;
    this.grouped = matching.cardinality() != Cardinality.ONE_TO_ONE;
    this.many = swapped ? right : left;
    this.one = swapped ? left : right;
    this.span = span;
    // Arithmetic never leaves the name for later.
    this.marks = kernel.returnsBool() && names.marks();
    // Prometheus means the sides after the swap.
    this.missingMany = matching.fillLeft();
    this.missingOne = matching.fillRight();
    this.groups = new MatchGroups(matching);
    this.manyGroups = groups.number(many.series());
    this.oneGroups = groups.number(one.series());
    MatchedLabels labels = new MatchedLabels(matching, kernel.dropsName() && !marks);
    this.targets =
        new PairTargets(many.series(), manyGroups, one.series(), oneGroups, groups, labels);
  }

  @Override
  public List<Labels> series() {
    return targets.outputs();
  }

  /// {@return whether the pairs stand in the order of the side of many, whichever of them are
  ///     there}
  public boolean keepsOrder() {
    return missingMany == null && missingOne == null && targets.areDistinct();
  }

  @Override
  public boolean losesName(int series) {
    return marks;
  }

  @Override
  public boolean mayHoldHistograms() {
    return many.mayHoldHistograms() || one.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch manyBatch = many.batch(first, out.steps());
    Batch oneBatch = one.batch(first, out.steps());
    int[] partners = new int[groups.count()];
    Matches matches = new Matches(groups.count(), series().size());
    for (int row = 0; row < out.steps(); row++) {
      if (worthwhile(manyBatch.anyAt(row), oneBatch.anyAt(row))) {
        findPartners(oneBatch, row, partners);
        matches.clear();
        combine(manyBatch, oneBatch, row, partners, matches, out);
        fillMany(oneBatch, row, matches, out);
        pair.endStep(annotations);
      }
    }
  }

  private boolean worthwhile(boolean anyMany, boolean anyOne) {
    boolean fills = missingMany != null || missingOne != null;
    return fills ? anyMany || anyOne : anyMany && anyOne;
  }

  private void findPartners(Batch oneBatch, int row, int[] partners) {
    Arrays.fill(partners, -1);
    for (int column = 0; column < oneGroups.length; column++) {
      if (oneBatch.has(column, row)) {
        int group = oneGroups[column];
        if (partners[group] >= 0) {
          throw ambiguous(group, partners[group], column);
        }
        partners[group] = column;
      }
    }
  }

  private void combine(
      Batch manyBatch, Batch oneBatch, int row, int[] partners, Matches matches, Batch out) {
    for (int column = 0; column < manyGroups.length; column++) {
      if (!manyBatch.has(column, row)) {
        continue;
      }
      int group = manyGroups[column];
      int partner = partners[group];
      Double missing = missingOne;
      double number = manyBatch.get(column, row);
      NativeHistogram histogram = manyBatch.histogram(column, row);
      if (partner >= 0) {
        double other = oneBatch.get(partner, row);
        if (apply(number, histogram, other, oneBatch.histogram(partner, row))) {
          match(group, targets.of(column, partner), row, matches, out);
        }
      } else if (missing != null && apply(number, histogram, missing, null)) {
        match(group, targets.ofManyAlone(column), row, matches, out);
      }
    }
  }

  private void fillMany(Batch oneBatch, int row, Matches matches, Batch out) {
    Double missing = missingMany;
    if (missing == null) {
      return;
    }
    for (int column = 0; column < oneGroups.length; column++) {
      if (oneBatch.has(column, row)
          && !matches.hasGroup(oneGroups[column])
          && apply(missing, null, oneBatch.get(column, row), oneBatch.histogram(column, row))) {
        write(out, targets.ofOneAlone(column), row);
      }
    }
  }

  private boolean apply(
      double many,
      @Nullable NativeHistogram manyHistogram,
      double one,
      @Nullable NativeHistogram oneHistogram) {
    return swapped
        ? pair.apply(one, oneHistogram, many, manyHistogram)
        : pair.apply(many, manyHistogram, one, oneHistogram);
  }

  private void match(int group, int target, int row, Matches matches, Batch out) {
    checkUnique(group, target, matches);
    write(out, target, row);
  }

  private void checkUnique(int group, int target, Matches matches) {
    if (grouped && matches.has(group, target)) {
      throw new EvaluationException(AMBIGUOUS, span);
    }
    if (!grouped && matches.hasGroup(group)) {
      throw new EvaluationException(EXPLICIT, span);
    }
    matches.add(group, target);
  }

  private void write(Batch out, int target, int row) {
    if (!pair.keeps()) {
      return;
    }
    if (out.has(target, row)) {
      throw LabelMapping.duplicate(span);
    }
    pair.write(out, target, row);
  }

  private EvaluationException ambiguous(int group, int first, int second) {
    String[] pair = {one.series().get(first).toString(), one.series().get(second).toString()};
    Arrays.sort(pair);
    return new EvaluationException(
        "found duplicate series for the match group "
            + groups.key(group)
            + " on the "
            + (swapped ? "left" : "right")
            + " hand-side of the operation: ["
            + pair[0]
            + ", "
            + pair[1]
            + "];many-to-many matching not allowed: matching labels must be unique on one side",
        span);
  }

  @Override
  public String describe() {
    return "vector " + symbol + " vector, " + groups.count() + " match groups";
  }

  @Override
  public List<PlanNode> inputs() {
    return swapped ? List.of(one, many) : List.of(many, one);
  }

  /// Which groups and results have come about at a step.
  private static final class Matches {
    private final boolean[] groups;
    private final int[] targets;

    Matches(int groupCount, int targetCount) {
      groups = new boolean[groupCount];
      targets = new int[targetCount];
    }

    void clear() {
      Arrays.fill(groups, false);
      Arrays.fill(targets, -1);
    }

    boolean hasGroup(int group) {
      return groups[group];
    }

    boolean has(int group, int target) {
      return targets[target] == group;
    }

    void add(int group, int target) {
      groups[group] = true;
      targets[target] = group;
    }
  }
}
