package dev.firedrill.engine.function;

/// Hyperbolic functions with the bits of Go's `math`: near zero by a quotient of polynomials (J.
/// Hart and E. Cheney, "Computer Approximations", and the Cephes library), else by powers of e.
final class GoHyperbolic {
  private static final double[] SINE_ABOVE = {
    -26.30563213397497, -2894.211355989564, -89912.72022039509, -630767.3640497717
  };
  private static final double[] SINE_BELOW = {
    1, -173.6789535582337, 15215.17378790019, -630767.3640497717
  };
  private static final double[] TANGENT_ABOVE = {
    -0.9643991794250523, -99.28772310019185, -1614.6876844170845
  };
  private static final double[] TANGENT_BELOW = {
    1, 112.81167849163293, 2235.4883906010045, 4844.063053251255
  };
  // From here on e^-x adds nothing.
  private static final double LARGE = 21;
  private static final double TANGENT_IS_ONE = 0.5 * 88.02969193111305;

  private GoHyperbolic() {}

  static double sinh(double x) {
    double size = Math.abs(x);
    double value;
    if (size > LARGE) {
      value = GoMath.exp(size) * 0.5;
    } else if (size > 0.5) {
      double power = GoMath.exp(size);
      value = (power - 1 / power) * 0.5;
    } else {
      double square = size * size;
      value = GoPolynomial.of(square, SINE_ABOVE) * size / GoPolynomial.of(square, SINE_BELOW);
    }
    return Double.doubleToRawLongBits(x) < 0 ? -value : value;
  }

  static double cosh(double x) {
    double size = Math.abs(x);
    if (size > LARGE) {
      return GoMath.exp(size) * 0.5;
    }
    double power = GoMath.exp(size);
    return (power + 1 / power) * 0.5;
  }

  static double tanh(double x) {
    double size = Math.abs(x);
    if (size > TANGENT_IS_ONE) {
      return x < 0 ? -1 : 1;
    }
    if (size >= 0.625) {
      double value = 1 - 2 / (GoMath.exp(2 * size) + 1);
      return x < 0 ? -value : value;
    }
    if (x == 0) {
      return x;
    }
    double square = x * x;
    return x
        + x
            * square
            * GoPolynomial.of(square, TANGENT_ABOVE)
            / GoPolynomial.of(square, TANGENT_BELOW);
  }
}
