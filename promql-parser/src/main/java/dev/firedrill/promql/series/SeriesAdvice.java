package dev.firedrill.promql.series;

import dev.firedrill.promql.ParseError;

/// What to do about series notation that cannot be read.
public final class SeriesAdvice {
  private SeriesAdvice() {}

  /// {@return what to do about an error}
  ///
  /// @param values whether it is among the values, rather than in the name and labels
  public static String help(ParseError error, boolean values) {
    if (!values) {
      return "a series is a name and labels: up{job=\"a\", instance=\"b\"}";
    }
    if (error.message().contains("inside braces")) {
      return "the braces of the series are not closed";
    }
    return error.message().startsWith("series has more than")
        ? "is the number of repetitions meant?"
        : "values stand between spaces: 1, 1x5, 1+2x5, _, _x5, stale, {{sum:1 count:2}}";
  }
}
