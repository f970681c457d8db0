package dev.firedrill.engine.function;

import dev.firedrill.labels.StaleNaN;

/// Sine, cosine and tangent with the bits of Go's `math`, which has them from the Cephes library
/// (S. L. Moshier): the angle is brought down to an eighth of a turn and a polynomial does the
/// rest.
final class GoTrigonometry {
  // pi/4 in three parts, the first two with so few bits that their multiples are exact
  private static final double PART_A = 7.85398125648498535156e-1;
  private static final double PART_B = 3.77489470793079817668e-8;
  private static final double PART_C = 2.69515142907905952645e-15;
  private static final double EIGHTHS_A_UNIT = 4 / Math.PI;
  // From here on the three parts are too coarse.
  private static final double LARGE = 1 << 29;

  private static final double[] SINE = {
    1.58962301576546568060e-10,
    -2.50507477628578072866e-8,
    2.75573136213857245213e-6,
    -1.98412698295895385996e-4,
    8.33333333332211858878e-3,
    -1.66666666666666307295e-1
  };
  private static final double[] COSINE = {
    -1.13585365213876817300e-11,
    2.08757008419747316778e-9,
    -2.75573141792967388112e-7,
    2.48015872888517045348e-5,
    -1.38888888888730564116e-3,
    4.16666666666665929218e-2
  };
  private static final double[] TANGENT_ABOVE = {
    -1.30936939181383734205e4, 1.15351664838587416140e6, -1.79565251976484877988e7
  };
  private static final double[] TANGENT_BELOW = {
    1,
    1.36812963470692954678e4,
    -1.32089234440210967447e6,
    2.50083801823357915839e7,
    -5.38695755929454629881e7
  };

  private GoTrigonometry() {}

  /// An angle, not negative, as eighths of a turn, an even number modulo 8, and what is left.
  private record Reduced(int eighths, double rest) {
    static Reduced of(double angle) {
      if (angle >= LARGE) {
        return large(angle);
      }
      long eighths = (long) (angle * EIGHTHS_A_UNIT);
      eighths += eighths & 1;
      double rest = ((angle - eighths * PART_A) - eighths * PART_B) - eighths * PART_C;
      return new Reduced((int) (eighths & 7), rest);
    }

    private static Reduced large(double angle) {
      FourByPi product = FourByPi.times(angle);
      return product.eighths() % 2 == 0
          ? new Reduced(product.eighths(), product.part() * (Math.PI / 4))
          : new Reduced((product.eighths() + 1) & 7, (product.part() - 1) * (Math.PI / 4));
    }
  }

  static double sin(double x) {
    if (x == 0 || Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return StaleNaN.NORMAL_NAN;
    }
    Reduced angle = Reduced.of(Math.abs(x));
    boolean beyondHalf = angle.eighths() > 3;
    double value = (angle.eighths() & 3) == 2 ? cosine(angle.rest()) : sine(angle.rest());
    return beyondHalf == x < 0 ? value : -value;
  }

  static double cos(double x) {
    if (!Double.isFinite(x)) {
      return StaleNaN.NORMAL_NAN;
    }
    Reduced angle = Reduced.of(Math.abs(x));
    int eighths = angle.eighths() & 3;
    double value = eighths == 2 ? sine(angle.rest()) : cosine(angle.rest());
    boolean negative = angle.eighths() > 3 != (eighths > 1);
    return negative ? -value : value;
  }

  static double tan(double x) {
    if (x == 0 || Double.isNaN(x)) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return StaleNaN.NORMAL_NAN;
    }
    Reduced angle = Reduced.of(Math.abs(x));
    double z = angle.rest();
    double square = z * z;
    double value =
        square > 1e-14
            ? z
                + z
                    * (square
                        * GoPolynomial.of(square, TANGENT_ABOVE)
                        / GoPolynomial.of(square, TANGENT_BELOW))
            : z;
    value = (angle.eighths() & 2) == 2 ? -1 / value : value;
    return x < 0 ? -value : value;
  }

  private static double sine(double z) {
    double square = z * z;
    return z + z * square * GoPolynomial.of(square, SINE);
  }

  private static double cosine(double z) {
    double square = z * z;
    return 1.0 - 0.5 * square + square * square * GoPolynomial.of(square, COSINE);
  }
}
