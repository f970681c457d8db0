package dev.firedrill.lint;

import dev.firedrill.promql.ParseResult.Parsed;
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
  private @Nullable Flow flow;
  private @Nullable RuleExpression expression;
  private final Map<Class<?>, Object> others = HashMap.newHashMap(2);

  RuleKnowledge(Rule rule, RuleGroup group) {
    this.rule = rule;
    this.group = group;
  }

  /// {@return the group that the rule stands in}
  RuleGroup group() {
    return group;
  }

  /// {@return what is known of the rule's expression; empty where it does not parse}
  synchronized Optional<Flow> flow(MetricFacts metrics) {
    Flow known = flow;
    if (known == null && rule.expr().result() instanceof Parsed parsed) {
      known = Flow.of(parsed.expr(), metrics);
    }
    flow = known;
    return Optional.ofNullable(known);
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
