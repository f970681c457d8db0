package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes series as a data folder of Prometheus that has nothing but its log, which holds them
/// exactly: each sample at its time, staleness markers and native histograms among them.
public final class LogFolder implements AutoCloseable {
  private static final long SEGMENT = 128L << 20;
  private static final int RECORD = 1 << 16;

  private final Path log;
  private LogSegment segment;
  private int segments;

  private LogFolder(Path log) throws IOException {
    this.log = log;
    this.segment = next();
  }

  /// Writes a data folder.
  ///
  /// @param folder is made where it is not there; has no log yet
  /// @throws IOException if it has one, too
  public static void write(Path folder, List<Series> series) throws IOException {
    // Whoever looks into the folder sees the whole log or none.
    Path unfinished = folder.resolve("wal.tmp");
    Path log = folder.resolve("wal");
    if (Files.exists(log)) {
      throw new IOException(log + ": is there already");
    }
    Files.createDirectories(unfinished);
    try (LogFolder written = new LogFolder(unfinished)) {
      written.write(series);
    }
    Files.move(unfinished, log);
  }

  private LogSegment next() throws IOException {
    Path file = log.resolve(String.format(Locale.ROOT, "%08d", segments++));
    return new LogSegment(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  private void write(List<Series> series) throws IOException {
    LogEntry names = new LogEntry(WalRecord.SERIES);
    for (int i = 0; i < series.size(); i++) {
      names.series(i + 1L, series.get(i).labels());
      if (names.size() > RECORD || i == series.size() - 1) {
        write(names);
        names = new LogEntry(WalRecord.SERIES);
      }
    }
    for (int i = 0; i < series.size(); i++) {
      samples(i + 1L, series.get(i).samples());
    }
  }

  private void write(LogEntry record) throws IOException {
    if (segment.size() > SEGMENT) {
      segment.close();
      segment = next();
    }
    segment.write(record.bytes());
  }

  private void samples(long ref, Samples samples) throws IOException {
    int type = 0;
    long base = 0;
    @Nullable LogEntry record = null;
    for (int i = 0; i < samples.size(); i++) {
      @Nullable NativeHistogram histogram = histogram(samples, i);
      int own = type(histogram);
      if (record == null || own != type || record.size() > RECORD) {
        if (record != null) {
          write(record);
        }
        type = own;
        base = samples.time(i);
        record = new LogEntry(type).u64(ref).u64(base);
      }
      record.varint(0).varint(samples.time(i) - base);
      if (histogram == null) {
        record.real(samples.value(i));
      } else {
        record.histogram(histogram);
      }
    }
    if (record != null) {
      write(record);
    }
  }

  // Logs have the end of a series of histograms as a number, too.
  private static @Nullable NativeHistogram histogram(Samples samples, int index) {
    return StaleNaN.isStale(samples.value(index)) ? null : samples.histogram(index);
  }

  private static int type(@Nullable NativeHistogram histogram) {
    if (histogram == null) {
      return WalRecord.SAMPLES;
    }
    return histogram.hasCustomBounds()
        ? WalRecord.CUSTOM_FLOAT_HISTOGRAMS
        : WalRecord.FLOAT_HISTOGRAMS;
  }

  @Override
  public void close() throws IOException {
    segment.close();
  }
}
