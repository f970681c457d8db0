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
  private final SampleBuffer buffer;
  // where several have a sample at one time, that of the first counts
  private final List<StoredPart> parts = new ArrayList<>();
  private final List<StoredPart> inTime = new ArrayList<>();
  private boolean sorted;
  private Samples head = new Samples();

  /// A series without any part.
  ///
  /// @param buffer what chunks are decoded to
  SeriesParts(Labels labels, SampleBuffer buffer) {
    this.labels = labels;
    this.buffer = buffer;
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
    try {
      synchronized (buffer) {
        decode(range);
        if (buffer.isPlain()) {
          return buffer.samples(range);
        }
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

  // In the order of time, which is not that in which blocks were written.
  private void decode(TimeRange range) throws IOException {
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
