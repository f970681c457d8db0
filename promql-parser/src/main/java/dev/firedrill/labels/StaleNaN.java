package dev.firedrill.labels;

/// The two not-a-numbers that Prometheus tells apart, by their bits.
///
/// Arithmetic does not keep the bits of a staleness marker, so it must never reach any: test for it
/// where samples come in.
public final class StaleNaN {
  /// The bits of an ordinary not-a-number, Go's `math.NaN()`.
  public static final long NORMAL_BITS = 0x7ff8000000000001L;

  /// The bits of the staleness marker, which says that a series has ended.
  public static final long STALE_BITS = 0x7ff0000000000002L;

  /// The ordinary not-a-number.
  public static final double NORMAL_NAN = Double.longBitsToDouble(NORMAL_BITS);

  /// The staleness marker.
  public static final double STALE_NAN = Double.longBitsToDouble(STALE_BITS);

  private StaleNaN() {}

  /// {@return whether `value` is the staleness marker}
  public static boolean isStale(double value) {
    return Double.doubleToRawLongBits(value) == STALE_BITS;
  }
}
