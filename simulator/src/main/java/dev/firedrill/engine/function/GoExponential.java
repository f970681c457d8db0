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
  private static final double LN2_UPPER = 0.69314718055966295651160180568695068359375;
  private static final double LN2_LOWER = 0.28235290563031577122588448175013436025525412068e-12;
  // 1/8!, 1/7!, ..., 1/1!
  private static final double[] SERIES = {
    2.4801587301587301587e-5,
    1.9841269841269841270e-4,
    1.3888888888888888889e-3,
    8.3333333333333333333e-3,
    4.1666666666666666667e-2,
    1.6666666666666666667e-1,
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
