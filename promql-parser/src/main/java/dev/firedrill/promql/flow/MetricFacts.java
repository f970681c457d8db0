package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.Optional;

/// What is known of stored series, beyond what the name of their metric says.
@FunctionalInterface
public interface MetricFacts {
  /// {@return what is known of the series that a selector reads, before its matchers choose among
  ///     them; empty where nothing is}
  Optional<Facts> of(InstantSelector selector);

  /// {@return how the values of a metric behave; empty where only its name tells}
  default Optional<MetricKind> kindOf(String metric) {
    return Optional.empty();
  }
}
