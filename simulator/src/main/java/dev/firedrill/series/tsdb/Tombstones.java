package dev.firedrill.series.tsdb;

import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was deleted of the series of a block or of the head, and still stands in its chunks.
final class Tombstones {
  private static final long MAGIC = 0x0130BA30L;

  private final Map<Long, List<TimeRange>> bySeries = new HashMap<>();

  /// Reads the file of a block.
  ///
  /// @return nothing deleted where there is no file
  /// @throws DamagedException if the file is none of tombstones
  /// @throws IOException if it cannot be read
  static Tombstones read(Path path) throws IOException, DamagedException {
    Tombstones tombstones = new Tombstones();
    if (!Files.exists(path)) {
      return tombstones;
    }
    byte[] bytes = Files.readAllBytes(path);
    ByteCursor header = new ByteCursor(bytes);
    if (header.u32() != MAGIC) {
      throw new DamagedException("invalid magic number");
    }
    if (header.u8() != 1) {
      throw new DamagedException("invalid tombstone format");
    }
    int start = header.position();
    int end = bytes.length - 4;
    if (end < start) {
      throw new DamagedException("invalid size");
    }
    StorageFile.check(bytes, start, end, new ByteCursor(bytes, end, bytes.length).u32());
    ByteCursor cursor = new ByteCursor(bytes, start, end);
    while (cursor.remaining() > 0) {
      tombstones.add(cursor.uvarint(), new TimeRange(cursor.varint(), cursor.varint()));
    }
    return tombstones;
  }

  /// Notes that samples of a series are deleted.
  ///
  /// @param range both ends included
  void add(long series, TimeRange range) {
    bySeries.computeIfAbsent(series, key -> new ArrayList<>()).add(range);
  }

  /// {@return whether nothing is deleted}
  boolean isEmpty() {
    return bySeries.isEmpty();
  }

  /// {@return whether nothing of a series is deleted}
  boolean isEmpty(long series) {
    return !bySeries.containsKey(series);
  }

  /// {@return the samples of a series that are not deleted}
  Samples without(long series, Samples samples) {
    return without(bySeries.getOrDefault(series, List.of()), samples);
  }

  /// {@return the samples that are in none of the ranges}
  static Samples without(List<TimeRange> deleted, Samples samples) {
    if (deleted.isEmpty()) {
      return samples;
    }
    Samples kept = new Samples();
    for (int i = 0; i < samples.size(); i++) {
      long time = samples.time(i);
      if (deleted.stream().noneMatch(range -> range.first() <= time && time <= range.last())) {
        kept.append(samples, i);
      }
    }
    return kept;
  }
}
