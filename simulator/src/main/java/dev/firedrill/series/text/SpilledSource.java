package dev.firedrill.series.text;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Series of a text that is too large for memory: their samples are in a temporary file, read when
/// they are asked for.
///
/// @param series sorted by labels
record SpilledSource(List<SpilledSeries> series, SampleSpill spill) implements SeriesSource {
  SpilledSource {
    series = List.copyOf(series);
  }

  /// A series.
  ///
  /// @param pieces its samples, in the order in which they were read; of two at one time that of
  ///     the first piece counts
  record SpilledSeries(Labels labels, List<Piece> pieces) {
    SpilledSeries {
      pieces = List.copyOf(pieces);
    }
  }

  /// Samples of a series that were written together, sorted by time.
  ///
  /// @param place in the temporary file
  /// @param range from the first to the last sample
  record Piece(long place, int count, TimeRange range) {
    private boolean touches(TimeRange wanted) {
      return range.first() <= wanted.last() && range.last() >= wanted.first();
    }
  }

  /// {@return all series with all samples, each read as it is asked for}
  Iterable<Series> all() {
    return () ->
        series.stream()
            .map(one -> new Series(one.labels(), samples(one, TimeRange.ALL)))
            .iterator();
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> selected = new ArrayList<>();
    for (SpilledSeries one : series) {
      if (accepts(matchers, one.labels())) {
        Samples samples = samples(one, range);
        if (!samples.isEmpty()) {
          selected.add(new Series(one.labels(), samples));
        }
      }
    }
    return selected;
  }

  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new TreeSet<>();
    for (SpilledSeries one : series) {
      boolean there = one.pieces().stream().anyMatch(piece -> piece.touches(range));
      if (there && accepts(matchers, one.labels())) {
        names.add(one.labels());
      }
    }
    return names;
  }

  private static boolean accepts(List<LabelMatcher> matchers, Labels labels) {
    for (LabelMatcher matcher : matchers) {
      if (!matcher.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  private Samples samples(SpilledSeries one, TimeRange range) {
    List<Samples> read = new ArrayList<>();
    try {
      for (Piece piece : one.pieces()) {
        if (piece.touches(range)) {
          read.add(spill.read(piece.place(), piece.count(), range));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.isEmpty() ? new Samples() : SampleRuns.joined(read);
  }

  @Override
  public Optional<TimeRange> extent() {
    return series.stream()
        .flatMap(one -> one.pieces().stream())
        .map(Piece::range)
        .reduce(TimeRange::cover);
  }
}
