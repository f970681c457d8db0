package dev.firedrill.engine.function;

import dev.firedrill.labels.StaleNaN;

/// The inverse trigonometric functions with the bits of Go's `math`, which has the arc tangent from
/// the Cephes library (S. L. Moshier) and the others from it.
final class GoArcs {
  // What Math.PI / 2 is short of the half of pi.
  private static final double MORE_BITS = 6.123233995736766E-17;
  private static final double TAN_OF_THREE_EIGHTHS = 2.414213562373095;

  private static final double[] ABOVE = {
    -0.8750608600031904,
    -16.157537187333652,
    -75.00855792314705,
    -122.88666844901361,
    -64.85021904942025
  };
  private static final double[] BELOW = {
    1,
    24.858464901423062,
    165.02700983169885,
    432.88106049129027,
    485.3903996359137,
    194.5506571482614
  };

  private GoArcs() {}

  static double atan(double x) {
    if (x == 0) {
      return x;
    }
    return x > 0 ? positive(x) : -positive(-x);
  }

  private static double positive(double x) {
    if (x <= 0.66) {
      return small(x);
    }
    if (x > TAN_OF_THREE_EIGHTHS) {
      return Math.PI / 2 - small(1 / x) + MORE_BITS;
    }
    return Math.PI / 4 + small((x - 1) / (x + 1)) + 0.5 * MORE_BITS;
  }

  private static double small(double x) {
    double square = x * x;
    double z = square * GoPolynomial.of(square, ABOVE) / GoPolynomial.of(square, BELOW);
    return x * z + x;
  }

  static double asin(double x) {
    if (x == 0) {
      return x;
    }
    double size = Math.abs(x);
    if (!(size <= 1)) {
      return StaleNaN.NORMAL_NAN;
    }
    double other = Math.sqrt(1 - size * size);
    double angle = size > 0.7 ? Math.PI / 2 - arc(other / size) : arc(size / other);
    return x < 0 ? -angle : angle;
  }

  private static double arc(double x) {
    return x == 0 ? 0 : positive(x);
  }

  static double acos(double x) {
    return Math.PI / 2 - asin(x);
  }

  static double atan2(double y, double x) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return StaleNaN.NORMAL_NAN;
    }
    if (y == 0 || x == 0 || Double.isInfinite(x) || Double.isInfinite(y)) {
      // Multiples of a quarter of pi, of which there is but one nearest double.
      return StrictMath.atan2(y, x);
    }
    double angle = atan(y / x);
    if (x >= 0) {
      return angle;
    }
    return angle <= 0 ? angle + Math.PI : angle - Math.PI;
  }
}
