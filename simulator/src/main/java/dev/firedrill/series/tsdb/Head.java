package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a server has not written to blocks yet, read from its write-ahead log and from the log of
/// samples out of order, and from the chunks that it wrote to files meanwhile where a log lacks
/// them.
final class Head {
  private static final String CHECKPOINT = "checkpoint.";

  private final Map<Long, Labels> byRef = new HashMap<>();
  private final Map<Labels, HeadSeries> logged = new HashMap<>();
  private final Map<Labels, HeadSeries> outOfOrder = new HashMap<>();

  private Head() {}

  /// Reads the logs of a data folder.
  ///
  /// A server may meanwhile put segments together into a checkpoint and delete them. They are
  /// listed
  /// before the checkpoint is looked for, so that none is missed between.
  ///
  /// @return nothing where there are none
  /// @throws java.nio.file.NoSuchFileException if a file was deleted meanwhile
  /// @throws IOException if a file cannot be read
  static Head read(Path folder, DamageLog log) throws IOException {
    Head head = new Head();
    List<Path> late = Segments.in(folder.resolve("wbl"));
    boolean takesLate = !late.isEmpty();
    Path wal = folder.resolve("wal");
    List<Path> all = Segments.in(wal);
    long next = 0;
    Path checkpoint = lastCheckpoint(wal);
    if (checkpoint != null) {
      next = checkpointNumber(checkpoint) + 1;
      head.readLog(Segments.in(checkpoint), false, head.logged, takesLate, log);
    }
    List<Path> segments = new ArrayList<>();
    for (Path segment : all) {
      if (Segments.number(segment) >= next) {
        segments.add(segment);
      }
    }
    if (checkpoint != null && !segments.isEmpty() && Segments.number(segments.getFirst()) != next) {
      log.add(
          segments.getFirst(),
          0,
          "segments are not sequential: this is not the one after the checkpoint");
    }
    head.readLog(segments, true, head.logged, takesLate, log);
    head.readLog(late, true, head.outOfOrder, true, log);
    HeadChunks.read(folder.resolve("chunks_head"), head::addMapped, log);
    return head;
  }

  private static @Nullable Path lastCheckpoint(Path wal) throws IOException {
    if (!Files.isDirectory(wal)) {
      return null;
    }
    try (Stream<Path> files = Files.list(wal)) {
      return files
          .filter(file -> checkpointNumber(file) >= 0)
          .max(Comparator.comparingLong(Head::checkpointNumber))
          .orElse(null);
    }
  }

  private static long checkpointNumber(Path path) {
    String name = path.getFileName().toString();
    String number = name.startsWith(CHECKPOINT) ? name.substring(CHECKPOINT.length()) : "";
    return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
  }

  private void readLog(
      List<Path> segments,
      boolean live,
      Map<Labels, HeadSeries> into,
      boolean keepsLate,
      DamageLog log)
      throws IOException {
    Filler filler = new Filler(into, keepsLate);
    WalSegments.read(segments, live, record -> WalRecord.read(record, filler), log);
  }

  // A chunk of a series of which the log says nothing any more is of a time that is in blocks.
  private void addMapped(long ref, TimeRange range, int encoding, byte[] bytes, int start, int end)
      throws DamagedException {
    @Nullable Labels labels = byRef.get(ref);
    if (labels != null) {
      HeadSeries series = logged.computeIfAbsent(labels, _ -> new HeadSeries(false));
      if (!series.has(range, ChunkEncoding.count(encoding, bytes, start, end))) {
        series.addMapped(ChunkEncoding.decode(encoding, bytes, start, end));
      }
    }
  }

  /// Gives what the logs hold beside the blocks.
  ///
  /// @param from epoch milliseconds: earlier samples that came in order are in blocks
  /// @return the series, sorted by labels
  SeriesStore store(long from) {
    Map<Labels, Samples> all = new HashMap<>();
    logged.forEach(
        (labels, series) -> all.put(labels, series.samples().between(from, Long.MAX_VALUE)));
    outOfOrder.forEach((labels, series) -> all.merge(labels, series.samples(), SampleRuns::merged));
    List<Series> sorted = new ArrayList<>();
    all.forEach(
        (labels, samples) -> {
          if (!samples.isEmpty()) {
            sorted.add(new Series(labels, SampleRuns.asStored(samples)));
          }
        });
    sorted.sort(Series::byLabels);
    SeriesStore store = new SeriesStore();
    sorted.forEach(store::add);
    return store;
  }

  private final class Filler implements WalRecord.Sink {
    private final Map<Labels, HeadSeries> into;
    private final boolean keepsLate;

    private Filler(Map<Labels, HeadSeries> into, boolean keepsLate) {
      this.into = into;
      this.keepsLate = keepsLate;
    }

    @Override
    public void series(long ref, Labels labels) {
      byRef.put(ref, labels);
    }

    @Override
    public void sample(long ref, long time, double value, long start) {
      @Nullable HeadSeries series = find(ref);
      if (series != null) {
        series.add(time, value, null, start);
      }
    }

    @Override
    public void histogram(long ref, long time, NativeHistogram histogram, long start) {
      @Nullable HeadSeries series = find(ref);
      if (series != null) {
        // The end of a series of histograms is one whose sum is the marker.
        boolean stale = StaleNaN.isStale(histogram.sum());
        series.add(time, stale ? StaleNaN.STALE_NAN : 0, stale ? null : histogram, start);
      }
    }

    @Override
    public void tombstone(long ref, TimeRange range) {
      @Nullable HeadSeries series = find(ref);
      if (series != null) {
        series.delete(range);
      }
    }

    // Nothing is known of a number whose series was lost with a damaged record.
    private @Nullable HeadSeries find(long ref) {
      @Nullable Labels labels = byRef.get(ref);
      return labels == null
          ? null
          : into.computeIfAbsent(labels, unseen -> new HeadSeries(keepsLate));
    }
  }
}
