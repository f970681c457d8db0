package dev.firedrill.lint;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.MetricFacts;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What checks want to know of one rule, each thing worked out when it is first asked for.
final class RuleKnowledge {
  private final Rule rule;
  private final RuleGroup group;
  private final @Nullable SharedFlow flow;
  private @Nullable RuleExpression expression;
  private final Map<Class<?>, Object> others = HashMap.newHashMap(2);

  /// What is to be known of a rule.
  ///
  /// @param flow of its expression; null where that does not parse
  RuleKnowledge(Rule rule, RuleGroup group, @Nullable SharedFlow flow) {
    this.rule = rule;
    this.group = group;
    this.flow = flow;
  }

  /// What is known of an expression, which rules may have in common.
  static final class SharedFlow {
    private final Expr expr;
    private @Nullable Flow flow;

    SharedFlow(Expr expr) {
      this.expr = expr;
    }

    private synchronized Flow get(MetricFacts metrics) {
      Flow known = flow;
      if (known == null) {
        known = Flow.of(expr, metrics);
        flow = known;
      }
      return known;
    }
  }

  /// {@return the group that the rule stands in}
  RuleGroup group() {
    return group;
  }

  /// {@return what is known of the rule's expression; empty where it does not parse}
  Optional<Flow> flow(MetricFacts metrics) {
    SharedFlow shared = flow;
    return shared == null ? Optional.empty() : Optional.of(shared.get(metrics));
  }

  /// {@return the rule's expression; empty where it does not parse}
  synchronized Optional<RuleExpression> expression(MetricFacts metrics) {
    RuleExpression known = expression;
    if (known == null) {
      known = flow(metrics).map(each -> RuleExpression.of(rule, group, each)).orElse(null);
      expression = known;
    }
    return Optional.ofNullable(known);
  }

  /// {@return what several checks want to know of the rule}
  @SuppressWarnings("unchecked") // put in by the same key
  synchronized <T> T once(Class<T> key, Function<Rule, T> work) {
    return (T) others.computeIfAbsent(key, _ -> (Object) work.apply(rule));
  }
}
