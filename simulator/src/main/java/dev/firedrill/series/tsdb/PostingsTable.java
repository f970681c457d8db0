package dev.firedrill.series.tsdb;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an index has the list of series of each label name and value.
final class PostingsTable {
  private final Map<String, Values> byName;

  private PostingsTable(Map<String, Values> byName) {
    this.byName = byName;
  }

  /// @param body of the section
  static PostingsTable of(byte[] body) throws DamagedException {
    ByteCursor cursor = new ByteCursor(body);
    long count = cursor.u32();
    Map<String, Values> byName = new HashMap<>();
    for (long i = 0; i < count; i++) {
      if (cursor.uvarint() != 2) {
        throw new DamagedException("unexpected number of keys in the postings offset table");
      }
      String name = cursor.string();
      String value = cursor.string();
      byName.computeIfAbsent(name, key -> new Values()).add(value, cursor.uvarint());
    }
    return new PostingsTable(byName);
  }

  /// {@return the values of a label; null where no series has it}
  @Nullable Values values(String name) {
    return byName.get(name);
  }

  /// The values of one label name and where their lists are.
  static final class Values {
    private String[] values = new String[4];
    private long[] offsets = new long[4];
    private final Map<String, Integer> places = new HashMap<>();
    private int size;

    private void add(String value, long offset) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
        offsets = Arrays.copyOf(offsets, size * 2);
      }
      values[size] = value;
      offsets[size] = offset;
      places.put(value, size);
      size++;
    }

    /// {@return how many there are}
    int size() {
      return size;
    }

    /// {@return a value}
    String value(int index) {
      return values[index];
    }

    /// {@return where the list of series of a value starts in the file}
    long offset(int index) {
      return offsets[index];
    }

    /// {@return the index of a value; -1 where no series has it}
    int find(String value) {
      Integer place = places.get(value);
      return place == null ? -1 : place;
    }
  }
}
