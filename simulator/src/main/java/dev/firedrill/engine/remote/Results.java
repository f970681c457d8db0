package dev.firedrill.engine.remote;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an expression yields at the steps of a piece of time, without staleness markers.
final class Results implements SeriesSink {
  private final Map<Labels, Samples> series = new TreeMap<>();
  private final Set<String> remarks = new TreeSet<>();
  private final List<Lack> lacks = new ArrayList<>();
  private Samples current = new Samples();

  /// Steps for which the server gave no result.
  private record Lack(Piece piece, String reason) {
    boolean goesOnWith(Piece next, String why) {
      return reason.equals(why) && piece.end() + next.step() == next.start();
    }

    String text() {
      return "from "
          + Instant.ofEpochMilli(piece.start())
          + " to "
          + Instant.ofEpochMilli(piece.end())
          + " the server gave no result: "
          + reason;
    }
  }

  @Override
  public void series(Labels labels) {
    current = series.computeIfAbsent(labels, _ -> new Samples());
  }

  @Override
  public void sample(long time, double value) {
    current.append(time, value);
  }

  @Override
  public void histogram(long time) {
    throw new HistogramResultException();
  }

  @Override
  public void remark(String text) {
    remarks.add(text);
  }

  /// {@return what PromQL remarks on the results, as Prometheus's API gives it}
  Set<String> remarks() {
    return remarks;
  }

  /// Says that the server gave no result for a piece, which is later than all that it gave none
  /// for before.
  ///
  /// @param reason what it said
  void lack(Piece piece, String reason) {
    long start = piece.start();
    if (!lacks.isEmpty() && lacks.getLast().goesOnWith(piece, reason)) {
      start = lacks.removeLast().piece.start();
    }
    lacks.add(new Lack(new Piece(start, piece.end(), piece.step()), reason));
  }

  /// {@return whether nothing was given, and nothing refused}
  boolean isEmpty() {
    return series.isEmpty() && lacks.isEmpty() && remarks.isEmpty();
  }

  /// {@return whether the server gave results for all that it was asked for}
  boolean isWhole() {
    return lacks.isEmpty();
  }

  /// {@return what the server said where it gave no result, in words; empty where it gave all}
  Optional<String> lackWithin(TimeRange range) {
    for (Lack lack : lacks) {
      if (lack.piece.end() >= range.first() && lack.piece.start() <= range.last()) {
        return Optional.of(lack.text());
      }
    }
    return Optional.empty();
  }

  /// {@return the samples of each series, sorted by labels}
  Map<Labels, Samples> series() {
    return series;
  }

  /// Adds the results of a later piece.
  void addAll(Results later) {
    remarks.addAll(later.remarks);
    later.series.forEach(
        (labels, samples) -> {
          series(labels);
          for (int i = 0; i < samples.size(); i++) {
            current.append(samples.time(i), samples.value(i));
          }
        });
  }

  /// The results are native histograms, which the API gives by their buckets only.
  static final class HistogramResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HistogramResultException() {
      super("the result is a native histogram", null, false, false);
    }
  }
}
