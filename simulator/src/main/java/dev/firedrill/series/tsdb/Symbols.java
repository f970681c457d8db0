package dev.firedrill.series.tsdb;

import java.util.HashMap;
import java.util.Map;

/// The texts of an index, to which series and label values refer by number.
final class Symbols {
  private final byte[] body;
  // where each text starts; not there in the first version, whose numbers are places in the file
  private final int[] starts;
  private final long base;
  private final Map<Long, String> known = new HashMap<>();

  private Symbols(byte[] body, int[] starts, long base) {
    this.body = body;
    this.starts = starts;
    this.base = base;
  }

  /// @param body of the section
  /// @param position where the body is in the file
  /// @param version of the index
  static Symbols of(byte[] body, long position, int version) throws DamagedException {
    ByteCursor cursor = new ByteCursor(body);
    long count = cursor.u32();
    if (count > cursor.remaining()) {
      throw new DamagedException("invalid size");
    }
    if (version == 1) {
      return new Symbols(body, new int[0], position);
    }
    int[] starts = new int[(int) count];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = cursor.position();
      cursor.skip(cursor.count(1));
    }
    return new Symbols(body, starts, -1);
  }

  /// {@return the text that a number stands for}
  String get(long reference) throws DamagedException {
    String text = known.get(reference);
    if (text == null) {
      text = read(reference);
      known.put(reference, text);
    }
    return text;
  }

  private String read(long reference) throws DamagedException {
    ByteCursor cursor = new ByteCursor(body);
    if (base >= 0) {
      long place = reference - base;
      cursor.moveTo((int) Math.clamp(place, -1, body.length + 1L));
    } else {
      if (reference < 0 || reference >= starts.length) {
        throw new DamagedException("unknown symbol offset " + reference);
      }
      cursor.moveTo(starts[(int) reference]);
    }
    return cursor.string();
  }
}
