package dev.firedrill.engine;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;

/// What Prometheus has to say where native histograms meet something that they do not go with.
public final class HistogramNotes {
  private HistogramNotes() {}

  /// {@return that a range has numbers as well as histograms}
  public static Annotation mixedWithNumbers(String metric, Span span) {
    return warning(
        "encountered a mix of histograms and floats for metric name " + GoQuote.quote(metric),
        span);
  }

  /// {@return that a group of an aggregation has numbers as well as histograms}
  public static Annotation mixedInAggregation(Span span) {
    return warning("encountered a mix of histograms and floats for aggregation", span);
  }

  /// {@return that a histogram is a gauge where a counter is wanted}
  public static Annotation notCounter(String metric, Span span) {
    return warning("this native histogram metric is not a counter: " + GoQuote.quote(metric), span);
  }

  /// {@return that a histogram is no gauge where one is wanted}
  public static Annotation notGauge(String metric, Span span) {
    return warning("this native histogram metric is not a gauge: " + GoQuote.quote(metric), span);
  }

  /// {@return that some histograms have custom bounds and others have not}
  public static Annotation mixedSchemas(String metric, Span span) {
    return warning(
        "vector contains a mix of histograms with exponential and custom buckets schemas for"
            + " metric name "
            + GoQuote.quote(metric),
        span);
  }

  /// {@return that a binary operator cannot bring the buckets of its sides together}
  public static Annotation incompatibleLayout(String operator, Span span) {
    return warning("incompatible bucket layout encountered for binary operator " + operator, span);
  }

  /// {@return that a binary operator is not defined for its sides}
  ///
  /// @param left `float` or `histogram`
  /// @param right `float` or `histogram`
  public static Annotation incompatibleTypes(
      String operator, String left, String right, Span span) {
    return info(
        "incompatible sample types encountered for binary operator "
            + GoQuote.quote(operator)
            + ": "
            + left
            + " "
            + operator
            + " "
            + right,
        span);
  }

  /// {@return that some histograms say that a counter was reset and others that it was not}
  ///
  /// @param during `addition`, `subtraction` or `aggregation`
  public static Annotation conflictingResets(String during, Span span) {
    return warning("conflicting counter resets during histogram " + during, span);
  }

  /// {@return that custom bounds differed, so that only those that all have are left}
  ///
  /// @param during `addition`, `subtraction` or `aggregation`
  public static Annotation reconciledBounds(String during, Span span) {
    return info("mismatched custom buckets were reconciled during " + during, span);
  }

  /// {@return that an aggregation leaves histograms out}
  public static Annotation ignoredInAggregation(String aggregation, Span span) {
    return info("ignored histogram in " + aggregation + " aggregation", span);
  }

  /// {@return that a range function leaves out the histograms among the numbers of a range}
  public static Annotation ignoredInRange(String metric, Span span) {
    return info(
        "ignored histograms in a range containing both floats and histograms for metric name "
            + GoQuote.quote(metric),
        span);
  }

  private static Annotation warning(String message, Span span) {
    return new Annotation(true, message, span);
  }

  private static Annotation info(String message, Span span) {
    return new Annotation(false, message, span);
  }
}
