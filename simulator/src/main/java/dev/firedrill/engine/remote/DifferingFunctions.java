package dev.firedrill.engine.remote;

import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The functions for which VictoriaMetrics gives other values than Prometheus by design: it does
/// not extrapolate to the ends of a range, takes the last sample before a range into it, and makes
/// values of single samples. Found by comparing its version 1.79 with Prometheus 2.42.
public final class DifferingFunctions {
  private static final Set<String> DIFFERING =
      Set.of(
          "changes",
          "delta",
          "deriv",
          "idelta",
          "increase",
          "irate",
          "predict_linear",
          "rate",
          "resets");

  private DifferingFunctions() {}

  /// {@return those that rules call, sorted}
  public static Set<String> of(List<RuleFile> files) {
    Set<String> found = new TreeSet<>();
    for (RuleFile file : files) {
      for (Rule rule : file.rules()) {
        if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
          ExprWalk.forEach(parsed.expr(), expr -> add(expr, found));
        }
      }
    }
    return found;
  }

  /// {@return whether rules read the latest samples of series, which are there for as long as the
  ///     server says}
  public static boolean readsLatest(List<RuleFile> files) {
    for (RuleFile file : files) {
      for (Rule rule : file.rules()) {
        if (rule.expr().result() instanceof ParseResult.Parsed parsed
            && readsLatest(parsed.expr())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean readsLatest(Expr expr) {
    return switch (expr) {
      case Expr.InstantSelector _ -> true;
      case Expr.RangeSelector _ -> false;
      case Expr.Subquery _,
          Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Binary _,
          Expr.Aggregation _,
          Expr.Call _ ->
          ExprWalk.children(expr).stream().anyMatch(DifferingFunctions::readsLatest);
    };
  }

  private static void add(Expr expr, Set<String> found) {
    if (expr instanceof Expr.Call call && DIFFERING.contains(call.function().name())) {
      found.add(call.function().name());
    }
  }
}
