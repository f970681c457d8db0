package dev.firedrill.labels;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// The decimal digits of a finite number and where the point stands, as Go's `strconv` works with
/// them before laying them out.
///
/// @param digits significant digits without leading or trailing zeros; empty for zero
/// @param point the number of digits before the decimal point; zero or negative for zeros after it
record GoDigits(String digits, int point) {
  private static final GoDigits ZERO = new GoDigits("", 0);

  // From here on the decimals that read back as a number span less than a hundredth of it, so that
  // none of one digit is among them where Java found one of two.
  private static final double TWO_DIGITS_MAY_BE_ONE = 128 * Double.MIN_VALUE;

  // Decimals of so many digits are further apart than numbers are.
  private static final int TOLD_APART = 15;

  // The powers of ten that are numbers.
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /// {@return the shortest digits that read back as `magnitude`, the nearest to it among those}
  ///
  /// @param magnitude finite and not negative
  static GoDigits shortest(double magnitude) {
    if (magnitude == 0) {
      return ZERO;
    }
    GoDigits digits = ofJava(Double.toString(magnitude));
    return digits.digits.length() == 2 && magnitude < TWO_DIGITS_MAY_BE_ONE
        ? oneDigitIfEnough(digits, magnitude)
        : digits;
  }

  /// {@return the digits of `magnitude` rounded to `count` significant ones, half to even}
  static GoDigits rounded(double magnitude, int count) {
    if (magnitude == 0) {
      return ZERO;
    }
    GoDigits shortest = shortest(magnitude);
    return shortest.tellsRounding(magnitude, count)
        ? shortest.roundedTo(count, magnitude)
        : ofDecimal(
            new BigDecimal(magnitude).round(new MathContext(count, RoundingMode.HALF_EVEN)));
  }

  /// {@return the digits of `magnitude` rounded to `count` decimals, half to even}
  static GoDigits roundedToDecimals(double magnitude, int count) {
    if (magnitude == 0) {
      return ZERO;
    }
    GoDigits shortest = shortest(magnitude);
    int kept = shortest.point + count;
    return shortest.tellsRounding(magnitude, kept)
        ? shortest.roundedTo(kept, magnitude)
        : ofDecimal(new BigDecimal(magnitude).setScale(count, RoundingMode.HALF_EVEN));
  }

  // Whether these, the shortest digits of a number, are rounded as all of its digits are: they and
  // the number are on the same side of the middle between two decimals, since the middle would be
  // as short and nearer if it was between them. Where they are the middle, all digits count.
  private boolean tellsRounding(double magnitude, int count) {
    return count > 0
        && count <= TOLD_APART
        && magnitude >= Double.MIN_NORMAL
        && (!isMiddle(count) || isComparable());
  }

  // Whether these digits, as a whole number, and the power of ten in between are exact.
  private boolean isComparable() {
    return digits.length() <= TOLD_APART && Math.abs(digits.length() - point) < POWERS.length;
  }

  // Below 0 where the number is below the decimal of these digits, as a fused multiplication tells,
  // which rounds but once and so never to the other side.
  private int comparedWithThese(double magnitude) {
    double whole = Long.parseLong(digits);
    int decimals = digits.length() - point;
    return decimals >= 0
        ? Double.compare(Math.fma(magnitude, POWERS[decimals], -whole), 0)
        : Double.compare(0, Math.fma(whole, POWERS[-decimals], -magnitude));
  }

  private boolean isMiddle(int count) {
    return digits.length() == count + 1 && digits.charAt(count) == '5';
  }

  private GoDigits roundedTo(int count, double magnitude) {
    if (count >= digits.length()) {
      return this;
    }
    int nearest = digits.charAt(count) < '5' ? -1 : 1;
    int up = isMiddle(count) ? comparedWithThese(magnitude) : nearest;
    if (up < 0 || (up == 0 && (digits.charAt(count - 1) - '0') % 2 == 0)) {
      return new GoDigits(withoutTrailingZeros(digits.substring(0, count)), point);
    }
    int last = count - 1;
    while (last >= 0 && digits.charAt(last) == '9') {
      last--;
    }
    return last < 0
        ? new GoDigits("1", point + 1)
        : new GoDigits(digits.substring(0, last) + (char) (digits.charAt(last) + 1), point);
  }

  /// {@return the exponent in scientific notation}
  int exponent() {
    return digits.isEmpty() ? 0 : point - 1;
  }

  /// {@return the digit at a decimal position: 0 is the first one of the number}
  char at(int index) {
    return index >= 0 && index < digits.length() ? digits.charAt(index) : '0';
  }

  private static GoDigits ofDecimal(BigDecimal decimal) {
    if (decimal.signum() == 0) {
      return ZERO;
    }
    String digits = decimal.unscaledValue().toString();
    int point = digits.length() - decimal.scale();
    return new GoDigits(withoutTrailingZeros(digits), point);
  }

  // "1.5E-7", "0.001", "123.0": the forms of Double.toString
  private static GoDigits ofJava(String text) {
    int exponentAt = text.indexOf('E');
    int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text, exponentAt + 1, text.length(), 10);
    int end = exponentAt < 0 ? text.length() : exponentAt;
    int dot = text.indexOf('.');
    String all = text.substring(0, dot) + text.substring(dot + 1, end);
    int start = 0;
    while (all.charAt(start) == '0') {
      start++;
    }
    return new GoDigits(withoutTrailingZeros(all.substring(start)), dot - start + exponent);
  }

  // Java gives at least two digits, so for the smallest numbers there may be a shorter form.
  private static GoDigits oneDigitIfEnough(GoDigits two, double magnitude) {
    int scale = 1 - two.point;
    BigDecimal exact = new BigDecimal(magnitude);
    BigDecimal low = BigDecimal.valueOf(two.digits.charAt(0) - '0', scale);
    BigDecimal high = BigDecimal.valueOf(two.digits.charAt(0) - '0' + 1, scale);
    boolean lowFits = low.doubleValue() == magnitude;
    boolean highFits = high.doubleValue() == magnitude;
    if (!lowFits && !highFits) {
      return two;
    }
    boolean takeLow =
        lowFits && (!highFits || exact.subtract(low).compareTo(high.subtract(exact)) <= 0);
    return ofDecimal(takeLow ? low : high);
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, end);
  }
}
