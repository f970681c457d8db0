package dev.firedrill.promql.flow;

import dev.firedrill.promql.ast.BinaryOperator;

/// What the values of an expression are measured in, as far as metric names and arithmetic tell.
///
/// @param kind whether anything is known
/// @param seconds the power of seconds: 1 for a duration, -1 for something per second
/// @param bytes the power of bytes
/// @param things the power of what is counted: requests, errors, series
/// @param scale how many times larger the numbers are than in the base unit: 100 for percent, 1000
///     for milliseconds
public record Unit(Kind kind, int seconds, int bytes, int things, double scale) {
  /// Nothing is known.
  public static final Unit UNKNOWN = new Unit(Kind.UNKNOWN, 0, 0, 0, 1);

  /// A number as written, which takes on any unit.
  public static final Unit NUMBER = new Unit(Kind.NUMBER, 0, 0, 0, 1);

  /// Seconds since 1970.
  public static final Unit TIMESTAMP = new Unit(Kind.TIMESTAMP, 1, 0, 0, 1);

  /// A share of something, 1 for all of it.
  public static final Unit RATIO = measured(0, 0, 0, 1);

  /// A share of something, 100 for all of it.
  public static final Unit PERCENT = measured(0, 0, 0, 100);

  /// A duration in seconds.
  public static final Unit SECONDS = measured(1, 0, 0, 1);

  /// A duration in milliseconds.
  public static final Unit MILLISECONDS = measured(1, 0, 0, 1000);

  /// An amount of data.
  public static final Unit BYTES = measured(0, 1, 0, 1);

  /// A number of things.
  public static final Unit COUNT = measured(0, 0, 1, 1);

  /// What kind of knowledge a unit is.
  public enum Kind {
    UNKNOWN,
    NUMBER,
    TIMESTAMP,
    MEASURED
  }

  private static Unit measured(int seconds, int bytes, int things, double scale) {
    return new Unit(Kind.MEASURED, seconds, bytes, things, scale);
  }

  /// {@return whether this is known, and no mere number}
  public boolean isMeasured() {
    return kind == Kind.MEASURED;
  }

  /// {@return whether this is of seconds, milliseconds or the like}
  public boolean isDuration() {
    return isMeasured()
        && seconds == 1
        && bytes == 0
        && things <= 0
        && (scale == 1 || scale == 1000);
  }

  /// {@return the unit of values per second of this}
  public Unit perSecond() {
    return isMeasured() ? measured(seconds - 1, bytes, things, scale) : UNKNOWN;
  }

  /// {@return the unit of values of this and of `other` where either may stand}
  public Unit or(Unit other) {
    if (equals(other) || other.kind == Kind.NUMBER) {
      return this;
    }
    return kind == Kind.NUMBER ? other : UNKNOWN;
  }

  /// {@return the unit of an arithmetic expression}
  ///
  /// @param factor the value of `other` where it is a number as written; else NaN
  /// @param ownFactor the value of this where it is a number as written; else NaN
  Unit apply(BinaryOperator operator, Unit other, double ownFactor, double factor) {
    return switch (operator) {
      case ADD -> plus(other);
      case SUBTRACT -> minus(other);
      case MULTIPLY -> kind == Kind.NUMBER ? other.scaled(ownFactor) : times(other, factor);
      case DIVIDE -> dividedBy(other, factor);
      case MODULO -> this;
      default -> UNKNOWN;
    };
  }

  private Unit plus(Unit other) {
    if (kind == Kind.TIMESTAMP || other.kind == Kind.TIMESTAMP) {
      return kind == other.kind ? UNKNOWN : TIMESTAMP;
    }
    return or(other);
  }

  private Unit minus(Unit other) {
    if (kind == Kind.TIMESTAMP) {
      return other.kind == Kind.TIMESTAMP ? SECONDS : TIMESTAMP;
    }
    return other.kind == Kind.TIMESTAMP ? UNKNOWN : or(other);
  }

  private Unit times(Unit other, double factor) {
    if (other.kind == Kind.NUMBER) {
      return scaled(factor);
    }
    return isMeasured() && other.isMeasured()
        ? measured(
            seconds + other.seconds,
            bytes + other.bytes,
            things + other.things,
            scale * other.scale)
        : UNKNOWN;
  }

  private Unit dividedBy(Unit other, double factor) {
    if (other.kind == Kind.NUMBER) {
      return kind == Kind.NUMBER ? NUMBER : scaled(1 / factor);
    }
    return isMeasured() && other.isMeasured()
        ? measured(
            seconds - other.seconds,
            bytes - other.bytes,
            things - other.things,
            scale / other.scale)
        : UNKNOWN;
  }

  // Only what people do to change units: shares to percent, seconds to milliseconds, and back.
  private Unit scaled(double factor) {
    if (kind == Kind.NUMBER || factor == 1) {
      return this;
    }
    // Before a division, too: `100 * used / size` is a percentage.
    if (isMeasured() && factor == 100 && scale == 1) {
      return measured(seconds, bytes, things, 100);
    }
    if (equals(PERCENT) && factor == 0.01) {
      return RATIO;
    }
    if (seconds == 1 && isMeasured() && factor == 1000 && scale == 1) {
      return measured(seconds, bytes, things, 1000);
    }
    if (seconds == 1 && isMeasured() && factor == 0.001 && scale == 1000) {
      return measured(seconds, bytes, things, 1);
    }
    return UNKNOWN;
  }

  /// {@return the unit that a metric's name ends on}
  public static Unit ofMetric(String metric) {
    String name = metric;
    for (String part : new String[] {"_total", "_sum", "_created"}) {
      if (name.endsWith(part)) {
        name = name.substring(0, name.length() - part.length());
      }
    }
    if (name.endsWith("_bucket") || name.endsWith("_count")) {
      return COUNT;
    }
    if (name.endsWith("_timestamp_seconds") || name.endsWith("_start_time_seconds")) {
      return TIMESTAMP;
    }
    if (name.endsWith("_seconds")) {
      return SECONDS;
    }
    if (name.endsWith("_milliseconds") || name.endsWith("_ms")) {
      return MILLISECONDS;
    }
    if (name.endsWith("_bytes")) {
      return BYTES;
    }
    if (name.endsWith("_ratio") || name.endsWith(":ratio")) {
      return RATIO;
    }
    if (name.endsWith("_percent") || name.endsWith("_percentage")) {
      return PERCENT;
    }
    // What a counter counts has no unit of its own.
    return metric.endsWith("_total") ? COUNT : UNKNOWN;
  }

  /// {@return the unit in words, for messages}
  public String words() {
    if (equals(RATIO)) {
      return "a ratio";
    }
    if (equals(PERCENT)) {
      return "a percentage";
    }
    if (isDuration()) {
      return scale == 1000 ? "milliseconds" : "seconds";
    }
    return equals(BYTES) ? "bytes" : equals(COUNT) ? "a count" : "a number";
  }
}
