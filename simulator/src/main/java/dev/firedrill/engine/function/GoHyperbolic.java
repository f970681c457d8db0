package dev.firedrill.engine.function;

/// Hyperbolic functions with the bits of Go's `math`: near zero by a quotient of polynomials (J.
/// Hart and E. Cheney, "Computer Approximations", and the Cephes library), else by powers of e.
final class GoHyperbolic {
  private static final double[] SINE_ABOVE = {
    -0.2630563213397497062819489e+2,
    -0.2894211355989563807284660366e+4,
    -0.8991272022039509355398013511e+5,
    -0.6307673640497716991184787251e+6
  };
  private static final double[] SINE_BELOW = {
    1,
    -0.173678953558233699533450911e+3,
    0.1521517378790019070696485176e+5,
    -0.6307673640497716991212077277e+6
  };
  private static final double[] TANGENT_ABOVE = {
    -9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3
  };
  private static final double[] TANGENT_BELOW = {
    1, 1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3
  };
  // From here on e^-x adds nothing.
  private static final double LARGE = 21;
  private static final double TANGENT_IS_ONE = 0.5 * 8.8029691931113054295988e+01;

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
