package dev.firedrill.lint;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Facts;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// The expression of a rule, and what is known of it.
///
/// @param flow what is known of each part
/// @param parts the whole and all its parts, each before its own parts
/// @param parents for each part the one that it is a part of
public record RuleExpression(
    Rule rule, RuleGroup group, Flow flow, List<Expr> parts, IdentityHashMap<Expr, Expr> parents) {
  /// What is known of the expression of a rule.
  static RuleExpression of(Rule rule, RuleGroup group, Flow flow) {
    List<Expr> parts = ExprWalk.all(flow.root());
    IdentityHashMap<Expr, Expr> parents = new IdentityHashMap<>(parts.size());
    for (Expr part : parts) {
      for (Expr child : ExprWalk.children(part)) {
        parents.put(child, part);
      }
    }
    return new RuleExpression(rule, group, flow, parts, parents);
  }

  /// {@return whether the rule is an alert}
  public boolean isAlert() {
    return rule instanceof AlertingRule;
  }

  /// {@return what is known of a part}
  public Facts facts(Expr part) {
    return flow.of(part);
  }

  /// {@return what a part is a part of, parentheses aside; empty for the whole}
  public Optional<Expr> parent(Expr part) {
    Expr parent = parents.get(part);
    while (parent instanceof Expr.Paren) {
      parent = parents.get(parent);
    }
    return Optional.ofNullable(parent);
  }

  /// {@return where a part stands in the file}
  public Location locate(Expr part) {
    return locate(part.span());
  }

  /// {@return where a span of the expression stands in the file}
  public Location locate(Span span) {
    return rule.expr().source().locate(span);
  }

  /// {@return the text of a part as written}
  public String text(Expr part) {
    return rule.expr().source().text().substring(part.span().start(), part.span().end());
  }
}
