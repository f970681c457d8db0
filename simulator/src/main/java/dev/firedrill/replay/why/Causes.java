package dev.firedrill.replay.why;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what left nothing of an expression, or made it fail.
final class Causes {
  private final List<Blamed> found = new ArrayList<>();
  private @Nullable Rule record;

  private Causes() {}

  static List<Blamed> of(ExplainedExpr root) {
    Causes causes = new Causes();
    causes.collect(root);
    root.findings().stream()
        .filter(Finding.SameLabels.class::isInstance)
        .forEach(finding -> causes.add(root, finding));
    return causes.found.stream().distinct().toList();
  }

  private void add(ExplainedExpr part, Finding finding) {
    Blamed blamed = new Blamed(part, finding, record);
    if (!blamed.isCovered()) {
      found.add(blamed);
    }
  }

  private void collect(ExplainedExpr part) {
    if (part.outcome() instanceof Outcome.Failed) {
      collectFailure(part);
      return;
    }
    if (!part.outcome().isEmpty()) {
      return;
    }
    int before = found.size();
    nothingCounted(part);
    for (ExplainedExpr child : part.parts()) {
      if (Blamed.mustYield(part.expr(), child)) {
        collect(child);
      }
    }
    part.apart().forEach(this::collect);
    List<Blamed> below = found.subList(before, found.size());
    boolean alternatives =
        part.expr() instanceof Expr.Binary binary && binary.operator() == BinaryOperator.OR;
    if (alternatives) {
      withoutStrangers(below);
    }
    boolean parted = !below.isEmpty();
    part.rules().forEach(rule -> collectRule(part, rule));
    boolean told = found.size() > before;
    for (Finding finding : part.findings()) {
      Blamed blamed = new Blamed(part, finding, record);
      if (!(finding instanceof Finding.Apart) && (!told || blamed.isRegardless())) {
        add(part, finding);
      }
    }
    if (parted && !alternatives) {
      found.subList(before, found.size()).sort(Blamed.byWeight());
    }
    if (!told) {
      besides(part);
    }
  }

  // Where 0 would have passed, but nothing was counted.
  private void nothingCounted(ExplainedExpr part) {
    if (!(part.expr() instanceof Expr.Binary binary) || !binary.operator().isComparison()) {
      return;
    }
    for (ExplainedExpr child : part.parts()) {
      boolean left = ExprWalk.unwrapped(binary.left()).equals(child.expr());
      Expr bound = left ? binary.right() : binary.left();
      if (PartFindings.outcome(bound, part.parts()) instanceof Outcome.Scalar scalar
          && Comparisons.holds(
              binary.operator(), left ? 0 : scalar.value(), left ? scalar.value() : 0)) {
        child.findings().stream()
            .filter(Finding.NothingAggregated.class::isInstance)
            .forEach(finding -> add(child, finding));
      }
    }
  }

  private void collectFailure(ExplainedExpr part) {
    part.parts().stream()
        .filter(each -> each.outcome() instanceof Outcome.Failed)
        .forEach(this::collectFailure);
    part.findings().forEach(finding -> add(part, finding));
  }

  private void collectRule(ExplainedExpr part, ExplainedRule rule) {
    @Nullable ExplainedExpr expr = rule.expr();
    if (expr == null) {
      return;
    }
    if (rule.failure() != null) {
      part.findings().stream()
          .filter(Finding.NothingWritten.class::isInstance)
          .forEach(finding -> add(part, finding));
    }
    @Nullable Rule above = record;
    record = rule.rule();
    collect(expr);
    record = above;
  }

  // A side that never has the instance is not to blame where the other has it at times.
  private static void withoutStrangers(List<Blamed> ofSides) {
    if (ofSides.stream().anyMatch(each -> !each.isStranger())) {
      ofSides.removeIf(Blamed::isStranger);
    }
  }

  // Values missed a threshold; others never came so far.
  private void besides(ExplainedExpr part) {
    for (Finding finding : part.findings()) {
      if (finding instanceof Finding.Missed missed) {
        besides(part, isOfNoNumber(missed));
        return;
      }
    }
  }

  // A comparison with NaN is never true, and scalar() is often where one comes from.
  private static boolean isOfNoNumber(Finding.Missed missed) {
    return missed.nearest().stream()
        .anyMatch(each -> Double.isNaN(each.value()) || Double.isNaN(each.bound()));
  }

  private void besides(ExplainedExpr part, boolean noNumbers) {
    for (ExplainedExpr child : part.parts()) {
      child.apart().forEach(this::collect);
      for (Finding finding : child.findings()) {
        if (isBesides(finding, noNumbers) || isZero(child, finding)) {
          add(child, finding);
        }
      }
      besides(child, noNumbers);
    }
    @Nullable Rule above = record;
    for (ExplainedRule rule : part.rules()) {
      @Nullable ExplainedExpr expr = rule.expr();
      if (expr != null) {
        record = rule.rule();
        for (Finding finding : expr.findings()) {
          if (isBesides(finding, noNumbers)) {
            add(expr, finding);
          }
        }
        besides(expr, noNumbers);
      }
    }
    record = above;
  }

  // A comparison that does not let go, but yields 0.
  private static boolean isZero(ExplainedExpr part, Finding finding) {
    return finding instanceof Finding.Missed
        && part.expr() instanceof Expr.Binary binary
        && binary.returnBool();
  }

  private static boolean isBesides(Finding finding, boolean noNumbers) {
    return switch (finding) {
      case Finding.NotOne _, Finding.NoNumber _, Finding.NoQuantile _ -> noNumbers;
      case Finding.Unpaired _, Finding.TooFewSamples _, Finding.Ended _ -> true;
      default -> false;
    };
  }
}
