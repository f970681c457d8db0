package dev.firedrill.lint;

import dev.firedrill.promql.flow.MetricKind;
import java.util.Optional;

/// What is known for certain of how the values of metrics behave.
@FunctionalInterface
public interface MetricTypes {
  /// Knows nothing.
  MetricTypes UNKNOWN = metric -> Optional.empty();

  /// {@return what a metric is; empty where its targets say nothing, or contradict each other}
  Optional<MetricKind> of(String metric);
}
