package dev.firedrill.promql.flow;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import dev.firedrill.promql.type.ValueType;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of the series that a selector reads.
final class SelectorFacts {
  private SelectorFacts() {}

  static Facts of(InstantSelector selector, MetricFacts metrics) {
    Facts stored = metrics.of(selector).orElseGet(() -> byName(selector, metrics));
    LabelFlow labels = stored.labels();
    Presence presence = Presence.SOMETIMES;
    for (LabelMatcher matcher : selector.matchers()) {
      if (excludes(labels, matcher)) {
        presence = Presence.NEVER;
      }
      labels = narrowed(labels, matcher);
    }
    return stored.withType(ValueType.INSTANT_VECTOR).withLabels(labels).withPresence(presence);
  }

  private static Facts byName(InstantSelector selector, MetricFacts metrics) {
    String name = selector.name();
    Facts unknown =
        new Facts(
            ValueType.INSTANT_VECTOR,
            LabelFlow.ANY,
            Unit.UNKNOWN,
            MetricKind.UNKNOWN,
            ValueRange.ANY,
            Presence.SOMETIMES);
    if (name == null) {
      return unknown;
    }
    MetricKind kind = metrics.kindOf(name).orElseGet(() -> MetricKind.ofMetric(name));
    return unknown.withUnit(Unit.ofMetric(name)).withKind(kind).withRange(range(name, kind));
  }

  private static ValueRange range(String name, MetricKind kind) {
    return switch (name) {
      case "up" -> ValueRange.UNIT;
      case "ALERTS" -> ValueRange.of(1);
      default -> kind == MetricKind.COUNTER ? ValueRange.NOT_NEGATIVE : ValueRange.ANY;
    };
  }

  // Whether no series satisfies a matcher besides those before it.
  private static boolean excludes(LabelFlow labels, LabelMatcher matcher) {
    String value = labels.values().get(matcher.name());
    return switch (labels.of(matcher.name())) {
      case SURELY ->
          value != null
              ? !matcher.matches(value)
              : matcher.operator() == Operator.EQUAL && matcher.value().isEmpty();
      case MAYBE -> false;
      case NEVER -> !matcher.matches("");
    };
  }

  private static LabelFlow narrowed(LabelFlow labels, LabelMatcher matcher) {
    String label = matcher.name();
    if (labels.of(label) == Carried.NEVER) {
      return labels;
    }
    if (matcher.operator() == Operator.EQUAL) {
      return matcher.value().isEmpty()
          ? labels.without(Set.of(label))
          : labels.withValue(label, matcher.value());
    }
    if (labels.values().containsKey(label)) {
      return labels;
    }
    Set<String> choices = labels.possibleValues(label);
    if (!choices.isEmpty()) {
      Set<String> left =
          choices.stream().filter(matcher::matches).collect(Collectors.toUnmodifiableSet());
      // Where none is left, the selector reads nothing.
      return left.isEmpty() ? labels : labels.withOneOf(label, left);
    }
    return matcher.matches("")
        ? labels
        : labels.withOneOf(label, matcher.acceptedValues().orElse(Set.of()));
  }
}
