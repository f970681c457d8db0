package dev.firedrill.rules.test;

import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.GoNumber;

/// By how much a value may differ from the one expected.
///
/// @param absolute the difference allowed, whatever the value
/// @param relative the difference allowed as a share of the expected value; the greater of the two
///     counts
/// @param given whether anything was said; if not, values must be equal and NaN equals nothing,
///     as in promtool
public record Tolerance(double absolute, double relative, boolean given) {
  /// Nothing was said.
  public static final Tolerance NONE = new Tolerance(0, 0, false);

  /// {@return what a text stands for: `0.01` or, as a share of the expected value, `1%`}
  /// @throws IllegalArgumentException if it is neither
  public static Tolerance parse(String text) {
    boolean share = text.endsWith("%");
    String number = share ? text.substring(0, text.length() - 1).strip() : text;
    try {
      double value = GoNumber.parseFloat(number);
      if (value >= 0 && !Double.isInfinite(value)) {
        return share ? new Tolerance(0, value / 100, true) : new Tolerance(value, 0, true);
      }
    } catch (GoFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no tolerance: expected a number such as 0.01, or a share such as 1%");
  }

  /// {@return whether a value is near enough; where a tolerance was given, NaN is as good as NaN}
  public boolean accepts(double expected, double got) {
    if (expected == got) {
      return true;
    }
    if (!given) {
      return false;
    }
    if (Double.isNaN(expected) || Double.isNaN(got)) {
      return Double.isNaN(expected) && Double.isNaN(got);
    }
    double allowed = Math.max(absolute, relative * Math.abs(expected));
    return !Double.isInfinite(expected) && Math.abs(expected - got) <= allowed;
  }
}
