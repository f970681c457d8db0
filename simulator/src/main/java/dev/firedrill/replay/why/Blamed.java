package dev.firedrill.replay.why;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to blame for an expression that yields nothing.
///
/// @param part where in the expression it happened
public record Blamed(ExplainedExpr part, Finding finding) {
  /// {@return what left nothing of an expression, the deepest cause of each branch that had to
  ///     yield something; nothing where the expression yields something}
  public static List<Blamed> of(ExplainedExpr root) {
    List<Blamed> found = new ArrayList<>();
    collect(root, found);
    return found;
  }

  private static void collect(ExplainedExpr part, List<Blamed> found) {
    if (!part.outcome().isEmpty() || part.outcome() instanceof Outcome.Failed) {
      return;
    }
    int before = found.size();
    for (ExplainedExpr child : part.parts()) {
      if (mustYield(part.expr(), child)) {
        collect(child, found);
      }
    }
    if (part.expr() instanceof Expr.Binary binary && binary.operator() == BinaryOperator.OR) {
      withoutStrangers(found.subList(before, found.size()));
    }
    for (ExplainedRule rule : part.rules()) {
      @Nullable ExplainedExpr expr = rule.expr();
      if (expr != null) {
        collect(expr, found);
      }
    }
    if (found.size() == before) {
      part.findings().forEach(finding -> found.add(new Blamed(part, finding)));
      if (part.findings().stream().anyMatch(Blamed::isOfNoNumber)) {
        noNumbers(part, found);
      }
    }
  }

  // A side that never has the instance is not to blame where the other has it at times.
  private static void withoutStrangers(List<Blamed> ofSides) {
    if (ofSides.stream().anyMatch(each -> !isStranger(each))) {
      ofSides.removeIf(Blamed::isStranger);
    }
  }

  private static boolean isStranger(Blamed blamed) {
    return blamed.finding() instanceof Finding.NotOfInstance;
  }

  // A comparison with NaN is never true, and scalar() is often where one comes from.
  private static boolean isOfNoNumber(Finding finding) {
    return finding instanceof Finding.Missed missed
        && missed.nearest().stream()
            .anyMatch(each -> Double.isNaN(each.value()) || Double.isNaN(each.bound()));
  }

  private static void noNumbers(ExplainedExpr part, List<Blamed> found) {
    for (ExplainedExpr child : part.parts()) {
      for (Finding finding : child.findings()) {
        if (finding instanceof Finding.NotOne
            || finding instanceof Finding.NoNumber
            || finding instanceof Finding.NoQuantile) {
          found.add(new Blamed(child, finding));
        }
      }
      noNumbers(child, found);
    }
  }

  private static boolean mustYield(Expr whole, ExplainedExpr part) {
    if (whole instanceof Expr.Binary binary && binary.operator() == BinaryOperator.UNLESS) {
      return !isWithin(part, binary.right());
    }
    return true;
  }

  private static boolean isWithin(ExplainedExpr part, Expr side) {
    return side.span().start() <= part.expr().span().start()
        && part.expr().span().end() <= side.span().end();
  }
}
