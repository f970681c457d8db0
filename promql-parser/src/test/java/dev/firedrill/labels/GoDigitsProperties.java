package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Rounding by the shortest digits gives what rounding all digits gives.
class GoDigitsProperties {
  @Property(tries = 20_000)
  void anyNumberIsRoundedByAllItsDigits(
      @ForAll long bits, @ForAll @IntRange(min = 1, max = 20) int n) {
    double magnitude = Math.abs(Double.longBitsToDouble(bits));
    if (Double.isFinite(magnitude)) {
      assertRounded(magnitude, n);
    }
  }

  @Property(tries = 20_000)
  void shortDecimalsAreRoundedByAllTheirDigits(
      @ForAll @IntRange(min = 0, max = 99_999_999) int digits,
      @ForAll @IntRange(min = 0, max = 12) int scale,
      @ForAll @IntRange(min = 1, max = 17) int n) {
    assertRounded(BigDecimal.valueOf(digits, scale).doubleValue(), n);
  }

  @Property(tries = 20_000)
  void middlesAreRoundedByAllTheirDigits(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -26, max = 26) int scale) {
    double middle = BigDecimal.valueOf(digits * 10L + 5, scale).doubleValue();
    for (double near : new double[] {Math.nextDown(middle), middle, Math.nextUp(middle)}) {
      assertRounded(near, String.valueOf(digits).length());
      assertDecimals(near, Math.max(0, scale - 1));
    }
  }

  @Property(tries = 20_000)
  void decimalsAreRoundedByAllTheirDigits(
      @ForAll @IntRange(min = 0, max = 99_999_999) int digits,
      @ForAll @IntRange(min = 0, max = 12) int scale,
      @ForAll @IntRange(min = 0, max = 14) int decimals) {
    assertDecimals(BigDecimal.valueOf(digits, scale).doubleValue(), decimals);
  }

  private static void assertRounded(double magnitude, int count) {
    BigDecimal exact =
        new BigDecimal(magnitude).round(new MathContext(count, RoundingMode.HALF_EVEN));
    assertThat(value(GoDigits.rounded(magnitude, count))).isEqualByComparingTo(exact);
  }

  private static void assertDecimals(double magnitude, int count) {
    BigDecimal exact = new BigDecimal(magnitude).setScale(count, RoundingMode.HALF_EVEN);
    assertThat(value(GoDigits.roundedToDecimals(magnitude, count))).isEqualByComparingTo(exact);
  }

  private static BigDecimal value(GoDigits digits) {
    return digits.digits().isEmpty()
        ? BigDecimal.ZERO
        : new BigDecimal(digits.digits())
            .scaleByPowerOfTen(digits.point() - digits.digits().length());
  }
}
