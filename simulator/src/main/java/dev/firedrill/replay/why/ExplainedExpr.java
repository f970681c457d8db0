package dev.firedrill.replay.why;

import dev.firedrill.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A part of an expression at an instant, without parentheses around it.
///
/// @param time for which it was evaluated, in epoch milliseconds; inside a subquery its last step
/// @param parts the expressions that it is made of, literals left out
/// @param apart sides of an operator again, of those series that the other side has: what kept both
///     from meeting
/// @param rules those that write what a selector reads
public record ExplainedExpr(
    Expr expr,
    long time,
    Outcome outcome,
    List<Finding> findings,
    List<ExplainedExpr> parts,
    List<ExplainedExpr> apart,
    List<ExplainedRule> rules) {
  public ExplainedExpr {
    findings = List.copyOf(findings);
    parts = List.copyOf(parts);
    apart = List.copyOf(apart);
    rules = List.copyOf(rules);
  }

  /// {@return the same with one finding more, if there is one}
  ExplainedExpr with(Optional<Finding> more) {
    List<Finding> all = new ArrayList<>(findings);
    more.ifPresent(all::add);
    return new ExplainedExpr(expr, time, outcome, all, parts, apart, rules);
  }
}
