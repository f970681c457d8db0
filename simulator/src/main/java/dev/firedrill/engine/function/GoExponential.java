package dev.firedrill.engine.function;

/// Powers of e with the bits of Go's `math` on amd64.
///
/// Go computes `Exp` there by a series for a sixteenth of what the argument is beyond a multiple of
/// the logarithm of 2 (N. Shibata, "Efficient evaluation methods of elementary functions suitable
/// for SIMD computation"), with fused multiplication and addition.
final class GoExponential {
  private static final double OVERFLOW = 7.09782712893384e+02;
  // Below this every result is rounded to zero.
  private static final double UNDERFLOW = -746;
  private static final double LOG2_E = 1.4426950408889634;
  // The logarithm of 2 in two parts; the first has so few bits that its multiples are exact.
  private static final double LN2_UPPER = 0.693147180559663;
  private static final double LN2_LOWER = 2.8235290563031577E-13;
  // 1/8!, 1/7!, ..., 1/1!
  private static final double[] SERIES = {
    2.48015873015873E-05,
    0.0001984126984126984,
    0.001388888888888889,
    0.008333333333333333,
    0.041666666666666664,
    0.16666666666666666,
    0.5,
    1.0
  };

  private GoExponential() {}

  static double exp(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x > OVERFLOW) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < UNDERFLOW) {
      return 0;
    }
    int power = (int) Math.rint(x * LOG2_E);
    // What is left over, and of that a sixteenth.
    double rest = Math.fma(-LN2_UPPER, power, x);
    rest = Math.fma(-LN2_LOWER, power, rest) * 0.0625;
    double sum = SERIES[0];
    for (int i = 1; i < SERIES.length; i++) {
      sum = Math.fma(sum, rest, SERIES[i]);
    }
    // e^(2y) - 1 = (e^y - 1) * (e^y - 1 + 2), four times
    double above = rest * sum;
    for (int i = 0; i < 3; i++) {
      above *= above + 2;
    }
    double value = Math.fma(above, above + 2, 1);
    return power > Double.MAX_EXPONENT ? Double.POSITIVE_INFINITY : Math.scalb(value, power);
  }
}
