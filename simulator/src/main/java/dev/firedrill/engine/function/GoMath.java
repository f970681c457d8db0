package dev.firedrill.engine.function;

import dev.firedrill.histogram.BinaryLogarithm;
import dev.firedrill.labels.StaleNaN;

/// Mathematical functions with the bits that Go's `math` gives on amd64, where they differ from
/// Java's.
public final class GoMath {
  // Go divides such constants before it rounds them.
  private static final double LN2 = 0.6931471805599453;
  private static final double ONE_BY_LN10 = 0.4342944819032518;

  private GoMath() {}

  /// {@return the greater of two numbers; an infinity wins over NaN, which wins over all else}
  public static double max(double x, double y) {
    if (x == Double.POSITIVE_INFINITY || y == Double.POSITIVE_INFINITY) {
      return Double.POSITIVE_INFINITY;
    }
    return Double.isNaN(x) || Double.isNaN(y) ? StaleNaN.NORMAL_NAN : Math.max(x, y);
  }

  /// {@return the lesser of two numbers; an infinity wins over NaN, which wins over all else}
  public static double min(double x, double y) {
    if (x == Double.NEGATIVE_INFINITY || y == Double.NEGATIVE_INFINITY) {
      return Double.NEGATIVE_INFINITY;
    }
    return Double.isNaN(x) || Double.isNaN(y) ? StaleNaN.NORMAL_NAN : Math.min(x, y);
  }

  /// {@return the natural logarithm}
  public static double log(double x) {
    return BinaryLogarithm.ln(x);
  }

  /// {@return the binary logarithm, exact for powers of two}
  public static double log2(double x) {
    return BinaryLogarithm.log2(x);
  }

  /// {@return the decimal logarithm}
  public static double log10(double x) {
    return log(x) * ONE_BY_LN10;
  }

  /// {@return `x` to the power of `y`}
  public static double pow(double x, double y) {
    if (y == 0 || x == 1) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return StaleNaN.NORMAL_NAN;
    }
    if (y == 1) {
      return x;
    }
    if (x == 0 || Double.isInfinite(x) || Double.isInfinite(y)) {
      return powAtTheEdge(x, y);
    }
    if (y == 0.5) {
      return Math.sqrt(x);
    }
    return y == -0.5 ? 1 / Math.sqrt(x) : finitePow(x, y);
  }

  private static double powAtTheEdge(double x, double y) {
    double power = Math.pow(x, y);
    return Double.isNaN(power) ? 1 : power;
  }

  private static double finitePow(double x, double y) {
    double whole = Math.floor(Math.abs(y));
    double part = Math.abs(y) - whole;
    if (part != 0 && x < 0) {
      return StaleNaN.NORMAL_NAN;
    }
    if (whole >= 0x1p63) {
      return hugePow(x, y);
    }
    double result = 1;
    if (part != 0) {
      if (part > 0.5) {
        part--;
        whole++;
      }
      result = exp(part * log(x));
    }
    long scale = 0;
    double base = fraction(x);
    long exponent = exponent(x);
    for (long i = (long) whole; i != 0; i >>= 1) {
      if (exponent < -(1 << 12) || exponent > 1 << 12) {
        scale += exponent;
        break;
      }
      if ((i & 1) == 1) {
        result *= base;
        scale += exponent;
      }
      base *= base;
      exponent <<= 1;
      if (base < 0.5) {
        base += base;
        exponent--;
      }
    }
    return y < 0 ? scale(1 / result, -scale) : scale(result, scale);
  }

  private static double hugePow(double x, double y) {
    if (x == -1) {
      return 1;
    }
    return Math.abs(x) < 1 == y > 0 ? 0 : Double.POSITIVE_INFINITY;
  }

  private static double scale(double value, long exponent) {
    return Math.scalb(value, (int) Math.max(-5000, Math.min(5000, exponent)));
  }

  /// {@return e to the power of `x`}
  public static double exp(double x) {
    return GoExponential.exp(x);
  }

  /// {@return the angle of the point (`x`, `y`)}
  public static double atan2(double y, double x) {
    return GoArcs.atan2(y, x);
  }

  /// {@return the number whose hyperbolic sine is `x`}
  public static double asinh(double x) {
    double size = Math.abs(x);
    if (Double.isNaN(x) || Double.isInfinite(x) || size < 0x1p-28) {
      return x;
    }
    double result;
    if (size > 0x1p28) {
      result = log(size) + LN2;
    } else if (size > 2) {
      result = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
    } else {
      result = StrictMath.log1p(size + x * x / (1 + Math.sqrt(1 + x * x)));
    }
    return Math.copySign(result, x);
  }

  /// {@return the number, not negative, whose hyperbolic cosine is `x`}
  public static double acosh(double x) {
    if (x < 1 || Double.isNaN(x)) {
      return Double.NaN;
    }
    if (x >= 0x1p28) {
      return log(x) + LN2;
    }
    if (x > 2) {
      return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double above = x - 1;
    return StrictMath.log1p(above + Math.sqrt(2 * above + above * above));
  }

  /// {@return the number whose hyperbolic tangent is `x`}
  public static double atanh(double x) {
    double size = Math.abs(x);
    if (size > 1 || Double.isNaN(x)) {
      return Double.NaN;
    }
    if (size < 0x1p-28) {
      return x;
    }
    double twice = size + size;
    double result =
        size < 0.5
            ? 0.5 * StrictMath.log1p(twice + twice * size / (1 - size))
            : 0.5 * StrictMath.log1p(twice / (1 - size));
    return Math.copySign(result, x);
  }

  // x = fraction * 2^exponent with 0.5 <= |fraction| < 1
  private static double fraction(double x) {
    return Math.scalb(x, -exponent(x));
  }

  private static int exponent(double x) {
    double scaled = Math.abs(x) < Double.MIN_NORMAL ? x * 0x1p52 : x;
    return Math.getExponent(scaled) + 1 - (scaled == x ? 0 : 52);
  }
}
