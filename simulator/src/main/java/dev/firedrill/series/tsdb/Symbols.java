package dev.firedrill.series.tsdb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The texts of an index, to which series and label values refer by number.
final class Symbols {
  private final byte[] body;
  // where each text starts; not there in the first version, whose numbers are places in the file
  private final int[] starts;
  private final long base;
  // by number, or by place where that is the number
  private final @Nullable String[] byNumber;
  private final Map<Long, String> byPlace = new HashMap<>();

  private Symbols(byte[] body, int[] starts, long base) {
    this.body = body;
    this.starts = starts;
    this.base = base;
    this.byNumber = new @Nullable String[starts.length];
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
    return base >= 0 ? atPlace(reference) : numbered(reference);
  }

  private String atPlace(long place) throws DamagedException {
    String text = byPlace.get(place);
    if (text == null) {
      text = read((int) Math.clamp(place - base, -1, body.length + 1L));
      byPlace.put(place, text);
    }
    return text;
  }

  private String numbered(long number) throws DamagedException {
    if (number < 0 || number >= starts.length) {
      throw new DamagedException("unknown symbol offset " + number);
    }
    String text = byNumber[(int) number];
    if (text == null) {
      text = read(starts[(int) number]);
      byNumber[(int) number] = text;
    }
    return text;
  }

  private String read(int start) throws DamagedException {
    ByteCursor cursor = new ByteCursor(body);
    cursor.moveTo(start);
    return cursor.string();
  }
}
