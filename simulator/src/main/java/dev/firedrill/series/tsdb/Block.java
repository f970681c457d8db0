package dev.firedrill.series.tsdb;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.StretchSink;
import dev.firedrill.series.TimeRange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A block: the samples of some hours in chunks, with an index. Never changed once written, but for
/// its tombstones.
final class Block implements Closeable {
  private final BlockMeta meta;
  private final IndexFile index;
  private final ChunkFiles chunks;
  private final Tombstones tombstones;
  private final DamageLog log;
  private boolean measured;
  private @Nullable TimeRange extent;

  private Block(
      BlockMeta meta, IndexFile index, ChunkFiles chunks, Tombstones tombstones, DamageLog log) {
    this.meta = meta;
    this.index = index;
    this.chunks = chunks;
    this.tombstones = tombstones;
    this.log = log;
  }

  /// Opens a block.
  ///
  /// @param kept how much of what the index says may be kept
  /// @param log told of what is damaged, now and whenever something is read
  /// @throws DamagedException if the index is damaged so that no series can be found
  /// @throws IOException if a file cannot be read
  static Block open(Path folder, BlockMeta meta, KeptEntries kept, DamageLog log)
      throws IOException, DamagedException {
    Tombstones tombstones;
    try {
      tombstones = Tombstones.read(folder.resolve("tombstones"));
    } catch (DamagedException e) {
      log.add(folder.resolve("tombstones"), 0, e.text() + "; nothing counts as deleted");
      tombstones = new Tombstones();
    }
    IndexFile index = IndexFile.open(folder.resolve("index"), kept);
    try {
      ChunkFiles chunks = ChunkFiles.open(folder.resolve("chunks"), log);
      return new Block(meta, index, chunks, tombstones, log);
    } catch (IOException e) {
      index.close();
      throw e;
    }
  }

  /// {@return what is said of the block}
  BlockMeta meta() {
    return meta;
  }

  /// Finds the series that all matchers accept and that have chunks in a stretch of time.
  ///
  /// @param range both ends included
  /// @param sink gets each series, once
  /// @throws IOException if a file cannot be read
  synchronized void find(
      List<LabelMatcher> matchers, TimeRange range, BiConsumer<Labels, StoredPart> sink)
      throws IOException {
    for (long number : numbers(matchers, range)) {
      @Nullable SeriesEntry entry = entry(number, matchers, range);
      if (entry != null) {
        sink.accept(entry.labels(), new StoredPart(this, number, entry));
      }
    }
  }

  /// Reads the label sets of the series that all matchers accept and that have chunks in a stretch
  /// of
  /// time.
  ///
  /// @throws IOException if a file cannot be read
  synchronized void names(List<LabelMatcher> matchers, TimeRange range, Consumer<Labels> sink)
      throws IOException {
    for (long number : numbers(matchers, range)) {
      @Nullable SeriesEntry entry = entry(number, matchers, range);
      if (entry != null) {
        sink.accept(entry.labels());
      }
    }
  }

  // None where the whole block is of another time.
  private long[] numbers(List<LabelMatcher> matchers, TimeRange range) throws IOException {
    @Nullable TimeRange own = extent();
    if (own == null || own.first() > range.last() || own.last() < range.first()) {
      return new long[0];
    }
    try {
      return index.select(matchers);
    } catch (DamagedException e) {
      log.add(index.path(), 0, "a list of series: " + e.text());
      return new long[0];
    }
  }

  // What the index says of a series; null where that does not match, is not of the time, or
  // damaged.
  private @Nullable SeriesEntry entry(long number, List<LabelMatcher> matchers, TimeRange range)
      throws IOException {
    try {
      SeriesEntry entry = index.series(number);
      for (LabelMatcher matcher : matchers) {
        if (!matcher.matches(entry.labels())) {
          return null;
        }
      }
      return entry.touches(range) ? entry : null;
    } catch (DamagedException e) {
      log.add(index.path(), index.place(number), "a series: " + e.text());
      return null;
    }
  }

  /// {@return from the first to the last sample, by the index; null where there is none}
  ///
  /// @throws IOException if a file cannot be read
  synchronized @Nullable TimeRange extent() throws IOException {
    if (!measured) {
      extent = findExtent();
      measured = true;
    }
    return extent;
  }

  private @Nullable TimeRange findExtent() throws IOException {
    long[] numbers;
    try {
      numbers = index.select(List.of());
    } catch (DamagedException e) {
      log.add(index.path(), 0, e.text());
      return meta.minTime() < meta.maxTime()
          ? new TimeRange(meta.minTime(), meta.maxTime() - 1)
          : null;
    }
    @Nullable TimeRange found = null;
    for (long number : numbers) {
      @Nullable SeriesEntry entry = entry(number, List.of(), TimeRange.ALL);
      if (entry != null) {
        TimeRange own = new TimeRange(entry.mins()[0], entry.maxs()[entry.refs().length - 1]);
        found = found == null ? own : found.cover(own);
      }
    }
    if (found != null && (found.first() < meta.minTime() || found.last() >= meta.maxTime())) {
      log.add(index.path(), 0, "there are samples at other times than meta.json says");
    }
    return found;
  }

  /// Adds samples of a series to a buffer: all of its chunks that have some of a stretch of time,
  /// whole.
  ///
  /// @throws IOException if a file cannot be read
  synchronized void decode(long number, SeriesEntry entry, TimeRange range, SampleBuffer into)
      throws IOException {
    if (!tombstones.isEmpty(number)) {
      into.giveUp();
      return;
    }
    chunks.read(
        entry,
        entry.firstChunk(range),
        entry.chunksEnd(range),
        (chunk, encoding, bytes, start, end) -> into.add(entry, chunk, encoding, bytes, start, end),
        log);
  }

  /// {@return the samples of a series in a stretch of time}
  ///
  /// @throws IOException if a file cannot be read
  synchronized Samples samples(long number, SeriesEntry entry, TimeRange range) throws IOException {
    List<Samples> decoded = new ArrayList<>();
    chunks.read(
        entry,
        entry.firstChunk(range),
        entry.chunksEnd(range),
        (chunk, encoding, bytes, start, end) -> {
          Samples samples = entry.decode(chunk, encoding, bytes, start, end);
          decoded.add(tombstones.without(number, samples).between(range.first(), range.last()));
        },
        log);
    return SampleRuns.joined(decoded);
  }

  /// {@return whether samples are deleted that stand in chunks}
  boolean hasTombstones() {
    return !tombstones.isEmpty();
  }

  /// Tells of all chunks that have samples in a stretch of time.
  ///
  /// @param reached is told of the block's time as much as it has been told of its series
  /// @throws IOException if a file cannot be read
  synchronized void stretches(TimeRange range, StretchSink sink, LongConsumer reached)
      throws IOException {
    @Nullable TimeRange whole = extent();
    long[] numbers = numbers(List.of(), range);
    for (int i = 0; i < numbers.length; i++) {
      long number = numbers[i];
      if (whole != null) {
        double share = (double) i / numbers.length;
        reached.accept(whole.first() + (long) (share * (whole.last() - whole.first())));
      }
      @Nullable SeriesEntry entry = entry(number, List.of(), range);
      if (entry != null) {
        chunks.read(
            entry,
            entry.firstChunk(range),
            entry.chunksEnd(range),
            (chunk, encoding, bytes, start, end) -> {
              TimeRange covered = new TimeRange(entry.mins()[chunk], entry.maxs()[chunk]);
              boolean inside = covered.first() >= range.first() && covered.last() <= range.last();
              if (inside && encoding == ChunkEncoding.XOR) {
                int count = XorChunk.possibleCount(bytes, start, end);
                if (count > 0) {
                  sink.take(
                      entry.labels(), covered, count, new Chunk(entry, chunk, bytes, start, end));
                }
              } else {
                Samples samples =
                    entry
                        .decode(chunk, encoding, bytes, start, end)
                        .between(range.first(), range.last());
                give(entry.labels(), samples, sink);
              }
            },
            log);
      }
    }
  }

  /// Tells of the samples of a series where there are any.
  static void give(Labels labels, Samples samples, StretchSink sink) {
    if (!samples.isEmpty()) {
      TimeRange covered = new TimeRange(samples.time(0), samples.lastTime());
      sink.take(labels, covered, samples.size(), () -> samples);
    }
  }

  // No lambda: there is one for each chunk, and until the second compiler has come to it the JVM
  // takes long to make lambdas that hold something.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Chunk(SeriesEntry entry, int chunk, byte[] bytes, int start, int end)
      implements Supplier<Samples> {
    // Those of a chunk whose damage was not told by its checksum are missing.
    @Override
    public Samples get() {
      try {
        return entry.decode(chunk, ChunkEncoding.XOR, bytes, start, end);
      } catch (DamagedException e) {
        return new Samples();
      }
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    chunks.close();
  }
}
