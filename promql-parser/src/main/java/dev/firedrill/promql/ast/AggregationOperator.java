package dev.firedrill.promql.ast;

import dev.firedrill.promql.type.ValueType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The aggregations over the series of a vector.
public enum AggregationOperator {
  SUM(null, false),
  AVG(null, false),
  MIN(null, false),
  MAX(null, false),
  COUNT(null, false),
  GROUP(null, false),
  STDDEV(null, false),
  STDVAR(null, false),
  TOPK(ValueType.SCALAR, false),
  BOTTOMK(ValueType.SCALAR, false),
  QUANTILE(ValueType.SCALAR, false),
  COUNT_VALUES(ValueType.STRING, false),
  LIMITK(ValueType.SCALAR, true),
  LIMIT_RATIO(ValueType.SCALAR, true);

  private final @Nullable ValueType parameter;
  private final boolean experimental;

  AggregationOperator(@Nullable ValueType parameter, boolean experimental) {
    this.parameter = parameter;
    this.experimental = experimental;
  }

  /// {@return the operator as written, in lower case}
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return the type of the first of two arguments; null where there is only one}
  public @Nullable ValueType parameter() {
    return parameter;
  }

  /// {@return whether it needs the flag `promql-experimental-functions`}
  public boolean isExperimental() {
    return experimental;
  }

  /// {@return whether the result holds chosen input series as they are, labels included}
  public boolean keepsSeries() {
    return switch (this) {
      case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> true;
      default -> false;
    };
  }
}
