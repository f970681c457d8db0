package dev.firedrill.engine;

/// What Prometheus does only where a flag asks for it.
public enum EngineFeature {
  /// Metric names go when the whole expression is evaluated, not where the value changes
  /// (`promql-delayed-name-removal`).
  DELAYED_NAME_REMOVAL,
  /// Types of metrics are taken from the label `__type__` (`type-and-unit-labels`).
  TYPE_AND_UNIT_LABELS,
  /// Restarts of counters are seen by the start timestamps of samples (`use-start-timestamps`).
  START_TIMESTAMPS
}
