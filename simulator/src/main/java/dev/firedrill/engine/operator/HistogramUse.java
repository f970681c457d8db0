package dev.firedrill.engine.operator;

import dev.firedrill.promql.ast.AggregationOperator;

/// What an aggregation does with native histograms.
public enum HistogramUse {
  /// They are elements like others.
  COUNTED,
  /// They are added up, or averaged, where the group has no numbers.
  SUMMED,
  /// See [#SUMMED].
  AVERAGED,
  /// They are left out.
  IGNORED;

  /// {@return what an aggregation does}
  public static HistogramUse of(AggregationOperator operator) {
    return switch (operator) {
      case SUM -> SUMMED;
      case AVG -> AVERAGED;
      case COUNT, GROUP, COUNT_VALUES, LIMITK, LIMIT_RATIO -> COUNTED;
      case MIN, MAX, STDDEV, STDVAR, QUANTILE, TOPK, BOTTOMK -> IGNORED;
    };
  }
}
