package dev.firedrill.series.tsdb;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A block: the samples of some hours in chunks, with an index. Never changed once written, but for
/// its tombstones.
final class Block implements Closeable {
  private final BlockMeta meta;
  private final IndexFile index;
  private final ChunkFiles chunks;
  private final Tombstones tombstones;
  private final DamageLog log;

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
  /// @param log told of what is damaged, now and whenever something is read
  /// @throws DamagedException if the index is damaged so that no series can be found
  /// @throws IOException if a file cannot be read
  static Block open(Path folder, BlockMeta meta, DamageLog log)
      throws IOException, DamagedException {
    Tombstones tombstones;
    try {
      tombstones = Tombstones.read(folder.resolve("tombstones"));
    } catch (DamagedException e) {
      log.add(folder.resolve("tombstones"), 0, e.text() + "; nothing counts as deleted");
      tombstones = new Tombstones();
    }
    IndexFile index = IndexFile.open(folder.resolve("index"));
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

  /// Reads the series that all matchers accept, with their samples of a stretch of time.
  ///
  /// @param range both ends included
  /// @param sink gets each series that has such samples, once
  /// @throws IOException if a file cannot be read
  synchronized void select(
      List<LabelMatcher> matchers, TimeRange range, BiConsumer<Labels, Samples> sink)
      throws IOException {
    for (long number : numbers(matchers)) {
      @Nullable SeriesEntry entry = entry(number, matchers, range);
      if (entry != null) {
        Samples samples = samples(number, entry, range);
        if (!samples.isEmpty()) {
          sink.accept(entry.labels(), samples);
        }
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
    for (long number : numbers(matchers)) {
      @Nullable SeriesEntry entry = entry(number, matchers, range);
      if (entry != null) {
        sink.accept(entry.labels());
      }
    }
  }

  private long[] numbers(List<LabelMatcher> matchers) throws IOException {
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

  /// {@return from the first to the last sample; null where there is none}
  ///
  /// @throws IOException if a file cannot be read
  synchronized @Nullable TimeRange extent() throws IOException {
    @Nullable TimeRange extent = null;
    try {
      for (long number : index.select(List.of())) {
        SeriesEntry entry = index.series(number);
        int chunks = entry.refs().length;
        if (chunks > 0) {
          TimeRange own = new TimeRange(entry.mins()[0], entry.maxs()[chunks - 1]);
          extent = extent == null ? own : extent.cover(own);
        }
      }
    } catch (DamagedException e) {
      log.add(index.path(), 0, e.text());
      return new TimeRange(meta.minTime(), meta.maxTime() - 1);
    }
    return extent;
  }

  private Samples samples(long number, SeriesEntry entry, TimeRange range) throws IOException {
    int from = 0;
    int to = entry.refs().length;
    while (from < to && entry.maxs()[from] < range.first()) {
      from++;
    }
    while (from < to && entry.mins()[to - 1] > range.last()) {
      to--;
    }
    if (from == to) {
      return new Samples();
    }
    List<Samples> decoded = new ArrayList<>(to - from);
    chunks.read(entry, from, to, decoded, log);
    for (int i = 0; i < decoded.size(); i++) {
      Samples chunk = tombstones.without(number, decoded.get(i));
      decoded.set(i, chunk.between(range.first(), range.last()));
    }
    return SampleRuns.joined(decoded);
  }

  @Override
  public void close() throws IOException {
    index.close();
    chunks.close();
  }
}
