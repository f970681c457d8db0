package dev.firedrill.lint.check.alert;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.Paren;
import dev.firedrill.promql.flow.Conditionality;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the threshold checks ask about an expression.
final class Thresholds {
  /// Series that Prometheus writes only while there is something to say.
  private static final Set<String> STATES = Set.of("ALERTS", "ALERTS_FOR_STATE");

  /// Labels that say which series are meant, not how they fare.
  private static final Set<String> IDENTITIES =
      Set.of(
          Labels.METRIC_NAME,
          "job",
          "instance",
          "cluster",
          "namespace",
          "service",
          "container",
          "pod",
          "node");

  private Thresholds() {}

  /// {@return whether the alert can be quiet while its series are there, looking through the
  ///     records it reads}
  static boolean isConditional(Expr expr, RuleSet rules) {
    return isConditional(expr, rules, new HashSet<>());
  }

  private static boolean isConditional(Expr expr, RuleSet rules, Set<String> visiting) {
    return new Conditionality(selector -> comesAndGoes(selector, rules, visiting))
        .isConditional(expr);
  }

  private static boolean comesAndGoes(
      InstantSelector selector, RuleSet rules, Set<String> visiting) {
    String metric = selector.name();
    if (metric == null) {
      return false;
    }
    if (STATES.contains(metric) || isState(metric, selector)) {
      return true;
    }
    List<RecordingRule> records = rules.recordsOf(metric);
    if (records.isEmpty() || !visiting.add(metric)) {
      return false;
    }
    boolean all = records.stream().allMatch(record -> isConditional(record, rules, visiting));
    visiting.remove(metric);
    return all;
  }

  // What is told by labels, with a value that is always 1, is there only while it is so.
  private static boolean isState(String metric, InstantSelector selector) {
    if (!metric.endsWith("_info") && !metric.endsWith("_metadata")) {
      return false;
    }
    for (LabelMatcher matcher : selector.matchers()) {
      boolean asks = matcher.operator().isNegative() == matcher.matches("");
      if (asks && !IDENTITIES.contains(matcher.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConditional(RecordingRule record, RuleSet rules, Set<String> visiting) {
    return record.expr().result() instanceof Parsed parsed
        && isConditional(parsed.expr(), rules, visiting);
  }

  /// {@return the `bool` comparison that an expression is, parentheses aside}
  static Optional<Binary> topLevelBool(Expr expr) {
    Expr inner = expr;
    while (inner instanceof Paren paren) {
      inner = paren.inner();
    }
    return inner instanceof Binary binary && binary.returnBool()
        ? Optional.of(binary)
        : Optional.empty();
  }
}
