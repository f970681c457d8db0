package dev.firedrill.lint.check.rule;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import java.util.HashSet;
import java.util.Set;

/// Decides whether two rules of one name can never give the same series.
final class DisjointSeries {
  private DisjointSeries() {}

  /// {@return whether the results of two rules surely differ in a label}
  static boolean areDisjoint(Rule one, Rule other, Findings findings) {
    Flow flow = findings.flow(one).orElse(null);
    Flow otherFlow = findings.flow(other).orElse(null);
    if (flow == null || otherFlow == null) {
      return false;
    }
    LabelFlow labels = flow.facts().labels();
    LabelFlow others = otherFlow.facts().labels();
    Set<String> names = new HashSet<>(labels.sure());
    names.addAll(others.sure());
    names.remove(Labels.METRIC_NAME);
    // What the rule sets is the same for both.
    one.labels().forEach(label -> names.remove(label.name().value()));
    for (String name : names) {
      if (differ(name, labels, others) || differ(name, others, labels)) {
        return true;
      }
    }
    return readOthers(flow, otherFlow);
  }

  private static boolean differ(String name, LabelFlow one, LabelFlow other) {
    if (one.of(name) == Carried.SURELY && other.of(name) == Carried.NEVER) {
      return true;
    }
    String value = one.values().get(name);
    String otherValue = other.values().get(name);
    return value != null && otherValue != null && !value.equals(otherValue);
  }

  // The same metric, once of these and once of those.
  private static boolean readOthers(Flow flow, Flow otherFlow) {
    boolean found = false;
    for (InstantSelector selector : ExprWalk.selectors(flow.root())) {
      for (InstantSelector other : ExprWalk.selectors(otherFlow.root())) {
        if (selector.name() != null && selector.name().equals(other.name())) {
          if (!exclude(selector, other)) {
            return false;
          }
          found = true;
        }
      }
    }
    return found;
  }

  private static boolean exclude(InstantSelector one, InstantSelector other) {
    for (LabelMatcher matcher : one.matchers()) {
      for (LabelMatcher same : other.matchers()) {
        if (matcher.name().equals(same.name())
            && (excludes(matcher, same) || excludes(same, matcher))) {
          return true;
        }
      }
    }
    return false;
  }

  // `2..` and `5..` have no text in common.
  private static boolean startOtherwise(LabelMatcher matcher, LabelMatcher other) {
    if (matcher.operator() != Operator.REGEX || other.operator() != Operator.REGEX) {
      return false;
    }
    String one = literalStart(matcher.value());
    String two = literalStart(other.value());
    return !one.startsWith(two) && !two.startsWith(one);
  }

  private static String literalStart(String regex) {
    String inner = regex.startsWith("^") ? regex.substring(1) : regex;
    if (inner.indexOf('|') >= 0) {
      return "";
    }
    int end = 0;
    while (end < inner.length()
        && (Character.isLetterOrDigit(inner.charAt(end)) || inner.charAt(end) == '_')) {
      end++;
    }
    boolean repeated = end < inner.length() && "*?{+".indexOf(inner.charAt(end)) >= 0;
    return inner.substring(0, repeated && end > 0 ? end - 1 : end);
  }

  private static boolean excludes(LabelMatcher matcher, LabelMatcher other) {
    boolean opposite =
        matcher.operator() == Operator.REGEX
            && other.operator() == Operator.NOT_REGEX
            && matcher.value().equals(other.value());
    return opposite
        || startOtherwise(matcher, other)
        || matcher
            .acceptedValues()
            .map(values -> values.stream().noneMatch(other::matches))
            .orElse(false);
  }
}
