package dev.firedrill.lint;

import dev.firedrill.promql.ast.Expr;

/// A check that looks at each part of each expression.
public non-sealed interface ExprCheck extends Check {
  /// Looks at one part.
  ///
  /// @param part the part; each is given before its own parts
  /// @param expr the expression it is a part of
  /// @param findings where to report, and what else is known
  void check(Expr part, RuleExpression expr, Findings findings);
}
