package dev.firedrill.promql.flow;

import dev.firedrill.promql.type.ValueType;

/// What is known of an expression without data.
///
/// @param type what it evaluates to
/// @param labels which labels its series carry
/// @param unit what its values are measured in
/// @param kind how its values behave over time
/// @param range between which bounds its values lie
/// @param presence whether it returns anything
public record Facts(
    ValueType type,
    LabelFlow labels,
    Unit unit,
    MetricKind kind,
    ValueRange range,
    Presence presence) {
  /// {@return what is known of a scalar}
  static Facts scalar(Unit unit, ValueRange range) {
    return new Facts(
        ValueType.SCALAR, LabelFlow.NONE, unit, MetricKind.UNKNOWN, range, Presence.ALWAYS);
  }

  /// {@return whether this is a scalar}
  public boolean isScalar() {
    return type == ValueType.SCALAR;
  }

  /// {@return these facts with another type}
  Facts withType(ValueType other) {
    return new Facts(other, labels, unit, kind, range, presence);
  }

  /// {@return these facts with other labels}
  public Facts withLabels(LabelFlow other) {
    return new Facts(type, other, unit, kind, range, presence);
  }

  /// {@return these facts with another unit}
  Facts withUnit(Unit other) {
    return new Facts(type, labels, other, kind, range, presence);
  }

  /// {@return these facts with another kind}
  Facts withKind(MetricKind other) {
    return new Facts(type, labels, unit, other, range, presence);
  }

  /// {@return these facts with another range}
  Facts withRange(ValueRange other) {
    return new Facts(type, labels, unit, kind, other, presence);
  }

  /// {@return these facts with another presence}
  public Facts withPresence(Presence other) {
    return new Facts(type, labels, unit, kind, range, other);
  }

  /// {@return what holds for series that are described by these or by `other`}
  public Facts or(Facts other) {
    return new Facts(
        type,
        labels.or(other.labels),
        unit.or(other.unit),
        kind.or(other.kind),
        range.or(other.range),
        presence.or(other.presence));
  }
}
