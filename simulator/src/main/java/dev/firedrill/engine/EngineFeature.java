package dev.firedrill.engine;

/// What Prometheus does only where a flag asks for it.
public enum EngineFeature {
  /// Metric names go when the whole expression is evaluated, not where the value changes.
  DELAYED_NAME_REMOVAL("promql-delayed-name-removal"),
  /// Types of metrics are taken from the label `__type__`.
  TYPE_AND_UNIT_LABELS("type-and-unit-labels"),
  /// Restarts of counters are seen by the start timestamps of samples.
  START_TIMESTAMPS("use-start-timestamps");

  private final String flag;

  EngineFeature(String flag) {
    this.flag = flag;
  }

  /// {@return the name given to `--enable-feature`}
  public String flag() {
    return flag;
  }
}
