package dev.firedrill.labels;

/// Which characters Go prints as they are inside quotes (`strconv.IsPrint`).
///
/// The Go release that Prometheus is built with knows Unicode 15.0, while Java knows a later one:
/// to Go, characters added since then are unassigned.
final class GoPrintable {
  // First and last of each range added to Unicode after 15.0; what lies in a range and was assigned
  // before is not printable anyway.
  private static final int[] ADDED_LATER = {
    0x0897, 0x0897, 0x1b4e, 0x1b4f, 0x1b7f, 0x1b7f, 0x1c89, 0x1c8a, 0x2427, 0x2429, 0x2ffc, 0x2fff,
    0x31e4, 0x31ef, 0xa7cb, 0xa7cd, 0xa7da, 0xa7dc, 0x105c0, 0x105f3, 0x10d40, 0x10d8f, 0x10ec2,
    0x10efc, 0x11380, 0x113e2, 0x116d0, 0x116e3, 0x11bc0, 0x11bf9, 0x11f5a, 0x11f5a, 0x13460,
    0x143fa, 0x16100, 0x16139, 0x16d40, 0x16d79, 0x18cff, 0x18cff, 0x1cc00, 0x1ceb3, 0x1e5d0,
    0x1e5ff, 0x1f8b2, 0x1f8c1, 0x1fa89, 0x1fa8f, 0x1fabe, 0x1fabe, 0x1fac6, 0x1fac6, 0x1fadc,
    0x1fadf, 0x1fae9, 0x1fae9, 0x1fbcb, 0x1fbef, 0x2ebf0, 0x2ee5d
  };

  private GoPrintable() {}

  /// {@return whether Go prints a character rather than escape it}
  static boolean isPrintable(int c) {
    if (c < 0x7f) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> !isAddedLater(c);
    };
  }

  private static boolean isAddedLater(int c) {
    for (int i = 0; i < ADDED_LATER.length && c >= ADDED_LATER[i]; i += 2) {
      if (c <= ADDED_LATER[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
