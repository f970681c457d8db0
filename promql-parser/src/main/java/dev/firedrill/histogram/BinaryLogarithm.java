package dev.firedrill.histogram;

import dev.firedrill.labels.StaleNaN;

/// Logarithms and powers of two with the bits that Go's `math` gives, for places between the bounds
/// of exponential buckets.
public final class BinaryLogarithm {
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877e-10;
  // Go divides constants before it rounds them.
  private static final double ONE_BY_LN2 = 1.4426950408889634;
  private static final double HALF_ROOT_OF_TWO = Math.sqrt(2) / 2;
  private static final double[] LOG = {
    0.6666666666666735,
    0.3999999999940942,
    0.2857142874366239,
    0.22222198432149784,
    0.1818357216161805,
    0.15313837699209373,
    0.14798198605116586
  };
  private static final double[] EXP = {
    0.16666666666666666,
    -0.0027777777777015593,
    6.613756321437934e-05,
    -1.6533902205465252e-06,
    4.1381367970572385e-08
  };

  private BinaryLogarithm() {}

  /// {@return the natural logarithm}
  public static double ln(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x <= 0) {
      return x < 0 ? StaleNaN.NORMAL_NAN : Double.NEGATIVE_INFINITY;
    }
    int exponent = exponent(x);
    double fraction = Math.scalb(x, -exponent);
    if (fraction < HALF_ROOT_OF_TWO) {
      fraction *= 2;
      exponent--;
    }
    double f = fraction - 1;
    double k = exponent;
    double s = f / (2 + f);
    double s2 = s * s;
    double s4 = s2 * s2;
    double odd = s2 * (LOG[0] + s4 * (LOG[2] + s4 * (LOG[4] + s4 * LOG[6])));
    double even = s4 * (LOG[1] + s4 * (LOG[3] + s4 * LOG[5]));
    double half = 0.5 * f * f;
    return k * LN2_HIGH - ((half - (s * (half + (odd + even)) + k * LN2_LOW)) - f);
  }

  /// {@return the binary logarithm, exact for powers of two}
  public static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return ln(x);
    }
    int exponent = exponent(x);
    double fraction = Math.scalb(x, -exponent);
    return fraction == 0.5 ? exponent - 1 : ln(fraction) * ONE_BY_LN2 + exponent;
  }

  /// {@return two to the power of `x`}
  public static double exp2(double x) {
    if (Double.isNaN(x) || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x > 1.0239999999999999e+03) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < -1.0740e+03) {
      return 0;
    }
    int whole = (int) (x > 0 ? x + 0.5 : x - 0.5);
    double part = x - whole;
    double high = part * LN2_HIGH;
    double low = -part * LN2_LOW;
    double r = high - low;
    double t = r * r;
    double c = r - t * (EXP[0] + t * (EXP[1] + t * (EXP[2] + t * (EXP[3] + t * EXP[4]))));
    double power = 1 - ((low - (r * c) / (2 - c)) - high);
    return Math.scalb(power, whole);
  }

  // x = fraction * 2^exponent with 0.5 <= |fraction| < 1
  private static int exponent(double x) {
    double scaled = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p52 : x;
    return Math.getExponent(scaled) + 1 - (scaled == x ? 0 : 52);
  }
}
