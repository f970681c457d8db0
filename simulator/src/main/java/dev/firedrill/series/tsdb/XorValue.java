package dev.firedrill.series.tsdb;

/// A floating-point number that changes from sample to sample, each told by the bits that differ
/// from the one before within a window of them.
final class XorValue {
  private final BitReader bits;
  private long value;
  private int leading;
  private int trailing;

  XorValue(BitReader bits) {
    this.bits = bits;
  }

  /// Reads the first number: all of its bits.
  ///
  /// @return the raw bits
  long first() {
    value = bits.bits(64);
    return value;
  }

  /// Takes raw bits that were told otherwise as the number before.
  void set(long raw) {
    value = raw;
  }

  /// Reads the next number.
  ///
  /// @return the raw bits
  long next() throws DamagedException {
    if (bits.bit()) {
      changed(bits.bit());
    }
    return value;
  }

  /// Reads the bits that differ.
  ///
  /// @param window whether the window is told before them
  /// @return the raw bits
  long changed(boolean window) throws DamagedException {
    if (window) {
      leading = (int) bits.bits(5);
      int size = (int) bits.bits(6);
      trailing = 64 - leading - (size == 0 ? 64 : size);
      if (trailing < 0) {
        throw new DamagedException("a value has more than 64 bits");
      }
    }
    value ^= bits.bits(64 - leading - trailing) << trailing;
    return value;
  }
}
