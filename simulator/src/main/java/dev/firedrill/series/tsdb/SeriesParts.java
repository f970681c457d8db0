package dev.firedrill.series.tsdb;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.StoredSeries;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A series of several blocks and the head.
final class SeriesParts implements StoredSeries {
  private final Labels labels;
  private final SampleBuffer buffer;
  private final List<StoredPart> parts = new ArrayList<>();
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

  // The newest part comes first.
  private void decode(TimeRange range) throws IOException {
    buffer.clear();
    for (int i = parts.size() - 1; i >= 0 && buffer.isPlain(); i--) {
      parts.get(i).decode(range, buffer);
    }
    if (buffer.isPlain()) {
      buffer.add(head.between(range.first(), range.last()));
    }
  }
}
