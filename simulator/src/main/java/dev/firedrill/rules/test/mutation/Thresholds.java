package dev.firedrill.rules.test.mutation;

import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// Numbers a little above and below others: 10 %, for small whole numbers 1.
final class Thresholds {
  private static final double SMALL = 10;
  private static final BigDecimal UP = new BigDecimal("1.1");
  private static final BigDecimal DOWN = new BigDecimal("0.9");

  private Thresholds() {}

  static List<String> nudged(NumberLiteral literal) {
    double value = literal.value();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return List.of();
    }
    if (literal.duration()) {
      long millis = Math.round(value * 1000);
      return List.of(
          PrometheusDuration.format(millis + millis / 10 + 1),
          PrometheusDuration.format(millis - millis / 10 - (millis < 10 ? 1 : 0)));
    }
    boolean whole = value == Math.rint(value);
    BigDecimal exact = BigDecimal.valueOf(value);
    if (whole && Math.abs(value) < SMALL) {
      return List.of(
          text(exact.add(BigDecimal.ONE), true), text(exact.subtract(BigDecimal.ONE), true));
    }
    return List.of(text(exact.multiply(UP), whole), text(exact.multiply(DOWN), whole));
  }

  private static String text(BigDecimal number, boolean whole) {
    BigDecimal rounded =
        whole ? number.setScale(0, RoundingMode.HALF_EVEN) : number.round(MathContext.DECIMAL32);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
