package dev.firedrill.engine.function;

import dev.firedrill.labels.StaleNaN;

/// The inverse trigonometric functions with the bits of Go's `math`, which has the arc tangent from
/// the Cephes library (S. L. Moshier) and the others from it.
final class GoArcs {
  // What Math.PI / 2 is short of the half of pi.
  private static final double MORE_BITS = 6.123233995736765886130e-17;
  private static final double TAN_OF_THREE_EIGHTHS = 2.41421356237309504880;

  private static final double[] ABOVE = {
    -8.750608600031904122785e-01,
    -1.615753718733365076637e+01,
    -7.500855792314704667340e+01,
    -1.228866684490136173410e+02,
    -6.485021904942025371773e+01
  };
  private static final double[] BELOW = {
    1,
    2.485846490142306297962e+01,
    1.650270098316988542046e+02,
    4.328810604912902668951e+02,
    4.853903996359136964868e+02,
    1.945506571482613964425e+02
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
