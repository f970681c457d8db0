package dev.firedrill.series.tsdb;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.StoredSeries;
import dev.firedrill.series.StoredSource;
import dev.firedrill.series.StretchSink;
import dev.firedrill.series.TimeRange;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The series of a folder that Prometheus's storage wrote: a data folder with blocks and logs, or a
/// single block.
///
/// Chunks are decoded when they are asked for; only the logs are held in memory. Nothing is
/// written,
/// and no lock is taken. What is damaged is left out and told by [#damage()].
public final class TsdbSource implements StoredSource, Closeable {
  private static final int ATTEMPTS = 5;

  private final List<Block> blocks;
  private final SeriesStore head;
  private final DamageLog log;
  private boolean measured;
  private @Nullable TimeRange extent;

  private TsdbSource(List<Block> blocks, SeriesStore head, DamageLog log) {
    this.blocks = blocks;
    this.head = head;
    this.log = log;
  }

  /// {@return whether a folder looks like one that can be opened}
  ///
  /// @throws IOException if it cannot be listed
  public static boolean isStorage(Path folder) throws IOException {
    if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
      // Its files can be listed perhaps, but not be looked at.
      throw new AccessDeniedException(folder.toString());
    }
    return Files.isDirectory(folder) && (DataFolder.isBlock(folder) || DataFolder.isData(folder));
  }

  /// Opens a data folder or a block.
  ///
  /// @throws IOException if a file cannot be read
  public static TsdbSource open(Path folder) throws IOException {
    if (DataFolder.isBlock(folder)) {
      return openBlock(folder, new DamageLog());
    }
    for (int attempt = 1; ; attempt++) {
      try {
        return openData(folder, new DamageLog());
      } catch (NoSuchFileException e) {
        // A server deletes segments of its logs when it has put them into a checkpoint or a block.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static TsdbSource openData(Path folder, DamageLog log) throws IOException {
    // The logs first: what a server moves from them to a block meanwhile is then read twice, where
    // the other way round it would be missed.
    Head head = Head.read(folder, log);
    List<Block> blocks = DataFolder.open(folder, log);
    long written = Long.MIN_VALUE;
    for (Block block : blocks) {
      @Nullable TimeRange extent = block.meta().inOrder() ? block.extent() : null;
      written = extent == null ? written : Math.max(written, extent.last() + 1);
    }
    return new TsdbSource(blocks, head.store(written), log);
  }

  private static TsdbSource openBlock(Path folder, DamageLog log) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Path read = folder.resolve("meta.json");
    try {
      BlockMeta meta = BlockMeta.read(read);
      read = folder.resolve("index");
      blocks.add(Block.open(folder, meta, new KeptEntries(), log));
    } catch (DamagedException e) {
      log.add(read, 0, e.text());
    }
    return new TsdbSource(blocks, new SeriesStore(), log);
  }

  /// {@return what was found damaged so far, at opening and by selecting}
  public List<Diagnostic> damage() {
    return log.diagnostics();
  }

  /// {@return the series that all matchers accept, sorted by labels}
  ///
  /// @throws UncheckedIOException if a file cannot be read, now or when samples are
  @Override
  public List<StoredSeries> find(List<LabelMatcher> matchers, TimeRange range) {
    SampleBuffer buffer = new SampleBuffer();
    Map<Labels, SeriesParts> found = new HashMap<>();
    for (Series series : head.select(matchers, range)) {
      parts(found, series.labels(), buffer).head(series.samples());
    }
    try {
      for (Block block : blocks) {
        block.find(matchers, range, (labels, part) -> parts(found, labels, buffer).add(part));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<StoredSeries> sorted = new ArrayList<>(found.values());
    sorted.sort((one, other) -> one.labels().compareTo(other.labels()));
    return sorted;
  }

  private static SeriesParts parts(
      Map<Labels, SeriesParts> found, Labels labels, SampleBuffer buffer) {
    return found.computeIfAbsent(labels, fresh -> new SeriesParts(fresh, buffer));
  }

  /// Tells of each chunk, whose checksum is looked at.
  ///
  /// @return false where blocks overlap or samples were deleted
  /// @throws UncheckedIOException if a file cannot be read
  @Override
  public boolean stretches(TimeRange range, StretchSink sink, LongConsumer reached) {
    if (!isInSuccession()) {
      return false;
    }
    try {
      for (Block block : blocks.reversed()) {
        block.stretches(range, sink, reached);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Series series : head.select(List.of(), range)) {
      Block.give(series.labels(), series.samples(), sink);
    }
    return true;
  }

  // Whether no two parts can have a sample of a series at the same time.
  private boolean isInSuccession() {
    List<Block> sorted = new ArrayList<>(blocks);
    sorted.sort((one, other) -> Long.compare(one.meta().minTime(), other.meta().minTime()));
    long end = Long.MIN_VALUE;
    for (Block block : sorted) {
      if (block.meta().minTime() < end || block.hasTombstones()) {
        return false;
      }
      end = Math.max(end, block.meta().maxTime());
    }
    Optional<TimeRange> logged = head.extent();
    return logged.isEmpty() || logged.get().first() >= end;
  }

  /// {@return the label sets of series, by the indexes alone, so that one whose samples in the
  ///     range
  ///     were all deleted is among them; sorted}
  ///
  /// @throws UncheckedIOException if a file cannot be read
  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new TreeSet<>(head.names(matchers, range));
    try {
      for (Block block : blocks) {
        block.names(matchers, range, names::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  @Override
  public Optional<TimeRange> extent() {
    if (!measured) {
      extent = findExtent().orElse(null);
      measured = true;
    }
    return Optional.ofNullable(extent);
  }

  private Optional<TimeRange> findExtent() {
    Optional<TimeRange> found = head.extent();
    try {
      for (Block block : blocks) {
        TimeRange range = block.extent();
        if (range != null) {
          found = Optional.of(found.map(range::cover).orElse(range));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    for (Block block : blocks) {
      block.close();
    }
  }
}
