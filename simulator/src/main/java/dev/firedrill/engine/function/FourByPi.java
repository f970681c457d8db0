package dev.firedrill.engine.function;

/// A large number times 4/pi modulo 8, exact to the last bit (M. Payne and R. Hanek, "Radian
/// reduction for trigonometric functions").
///
/// @param eighths the whole part modulo 8
/// @param part what is beyond it
record FourByPi(int eighths, double part) {
  // 4/pi in binary: the whole part, then 64 digits at a time
  private static final long[] DIGITS = {
    0x0000000000000001L, 0x45f306dc9c882a53L, 0xf84eafa3ea69bb81L, 0xb6c52b3278872083L,
    0xfca2c757bd778ac3L, 0x6e48dc74849ba5c0L, 0x0c925dd413a32439L, 0xfc3bd63962534e7dL,
    0xd1046bea5d768909L, 0xd338e04d68befc82L, 0x7323ac7306a673e9L, 0x3908bf177bf25076L,
    0x3ff12fffbc0b301fL, 0xde5e2316b414da3eL, 0xda6cfd9e4f96136eL, 0x9e8c7ecd3cbfd45aL,
    0xea4f758fd7cbe2f6L, 0x7a0e73ef14a525d4L, 0xd7f6bf623f1aba10L, 0xac06608df8f6d757L
  };

  /// {@return the product with a number that is 2^29 or more}
  static FourByPi times(double x) {
    int exponent = Math.getExponent(x) - 52;
    long mantissa = (Double.doubleToRawLongBits(x) & ((1L << 52) - 1)) | 1L << 52;
    // Digits further left only add multiples of 8.
    int first = (exponent + 61) / 64;
    int shift = (exponent + 61) % 64;
    long upper = digits(first, shift) * mantissa;
    long middle = digits(first + 1, shift);
    long lower = Math.unsignedMultiplyHigh(digits(first + 2, shift), mantissa);
    long low = middle * mantissa + lower;
    long carry = Long.compareUnsigned(low, lower) < 0 ? 1 : 0;
    long high = upper + Math.unsignedMultiplyHigh(middle, mantissa) + carry;
    return new FourByPi((int) (high >>> 61), fraction(high << 3 | low >>> 61, low << 3));
  }

  private static long digits(int index, int shift) {
    return shift == 0 ? DIGITS[index] : DIGITS[index] << shift | DIGITS[index + 1] >>> (64 - shift);
  }

  // The leading digits, cut off after 53; the first one is not written in a double.
  private static double fraction(long high, long low) {
    int zeros = Long.numberOfLeadingZeros(high);
    int drop = zeros + 1;
    long digits = drop == 64 ? low : high << drop | low >>> (64 - drop);
    long bits = (long) (Double.MAX_EXPONENT - drop) << 52 | digits >>> 12;
    return Double.longBitsToDouble(bits);
  }
}
