package dev.firedrill.engine.function;

/// Polynomials, evaluated from the highest power down without fused operations.
final class GoPolynomial {
  private GoPolynomial() {}

  /// {@return the value of a polynomial}
  /// @param coefficients that of the highest power first
  static double of(double x, double[] coefficients) {
    double value = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
