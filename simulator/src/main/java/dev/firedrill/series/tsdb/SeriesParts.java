package dev.firedrill.series.tsdb;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.StoredSeries;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A series of several blocks and the head.
final class SeriesParts implements StoredSeries {
  private static final Comparator<StoredPart> FIRST_SAMPLE =
      (one, other) -> Long.compare(one.entry().mins()[0], other.entry().mins()[0]);

  private final Labels labels;
  private final SeriesReads reads;
  // where several have a sample at one time, that of the first counts
  private final List<StoredPart> parts = new ArrayList<>();
  private final List<StoredPart> inTime = new ArrayList<>();
  private boolean sorted;
  private int place;
  private Samples head = new Samples();

  /// A series without any part.
  ///
  /// @param reads of all series that were found with it
  SeriesParts(Labels labels, SeriesReads reads) {
    this.labels = labels;
    this.reads = reads;
  }

  /// Says which of the series found it is, from 0.
  void place(int number) {
    place = number;
  }

  /// {@return which of the series found it is, from 0}
  int place() {
    return place;
  }

  /// Says what the head has of it.
  void head(Samples samples) {
    head = samples;
  }

  /// Adds a part; where several have a sample at one time, that of the part added first counts.
  void add(StoredPart part) {
    parts.add(part);
    sorted = false;
  }

  @Override
  public Labels labels() {
    return labels;
  }

  /// {@return its samples in a stretch of time}
  ///
  /// @throws UncheckedIOException if a file cannot be read
  @Override
  public Samples read(TimeRange range) {
    return reads.read(this, range);
  }

  /// {@return its samples in a stretch of time}
  ///
  /// @param buffer what chunks are decoded to; nobody else's meanwhile
  /// @throws UncheckedIOException if a file cannot be read
  Samples read(TimeRange range, SampleBuffer buffer) {
    try {
      decode(range, buffer);
      if (buffer.isPlain()) {
        return buffer.samples(range);
      }
      List<Samples> pieces = new ArrayList<>();
      pieces.add(head.between(range.first(), range.last()));
      for (StoredPart part : parts) {
        pieces.add(part.samples(range));
      }
      return SampleRuns.joined(pieces);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return how many chunks of blocks have samples in a stretch of time}
  int chunks(TimeRange range) {
    int chunks = 0;
    for (StoredPart part : parts) {
      chunks += part.entry().chunksEnd(range) - part.entry().firstChunk(range);
    }
    return chunks;
  }

  // In the order of time, which is not that in which blocks were written.
  private void decode(TimeRange range, SampleBuffer buffer) throws IOException {
    buffer.clear();
    if (!sorted) {
      inTime.clear();
      inTime.addAll(parts);
      inTime.sort(FIRST_SAMPLE);
      sorted = true;
    }
    for (int i = 0; i < inTime.size() && buffer.isPlain(); i++) {
      inTime.get(i).decode(range, buffer);
    }
    if (buffer.isPlain()) {
      buffer.add(head.between(range.first(), range.last()));
    }
  }
}
