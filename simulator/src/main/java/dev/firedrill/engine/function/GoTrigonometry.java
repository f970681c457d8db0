package dev.firedrill.engine.function;

import dev.firedrill.labels.StaleNaN;

/// Sine, cosine and tangent with the bits of Go's `math`, which has them from the Cephes library
/// (S. L. Moshier): the angle is brought down to an eighth of a turn and a polynomial does the
/// rest.
final class GoTrigonometry {
  // pi/4 in three parts, the first two with so few bits that their multiples are exact
  private static final double PART_A = 0.7853981256484985;
  private static final double PART_B = 3.774894707930798E-08;
  private static final double PART_C = 2.6951514290790595E-15;
  private static final double EIGHTHS_A_UNIT = 4 / Math.PI;
  // From here on the three parts are too coarse.
  private static final double LARGE = 1 << 29;

  private static final double[] SINE = {
    1.5896230157654656E-10,
    -2.5050747762857807E-08,
    2.7557313621385722E-06,
    -0.0001984126982958954,
    0.008333333333322118,
    -0.1666666666666663
  };
  private static final double[] COSINE = {
    -1.1358536521387682E-11,
    2.087570084197473E-09,
    -2.755731417929674E-07,
    2.4801587288851704E-05,
    -0.0013888888888873056,
    0.041666666666666595
  };
  private static final double[] TANGENT_ABOVE = {
    -13093.693918138373, 1153516.6483858742, -17956525.197648488
  };
  private static final double[] TANGENT_BELOW = {
    1, 13681.296347069296, -1320892.3444021097, 25008380.18233579, -53869575.592945464
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
