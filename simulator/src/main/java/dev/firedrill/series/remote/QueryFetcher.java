package dev.firedrill.series.remote;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Fetches series by instant queries of range selectors, which give samples as they are stored, but
/// for staleness markers; where a series may have ended, the server is asked when.
///
/// The time is cut into pieces, which are as long as the answers allow: longer where they are
/// small, shorter where the server refuses. Several are asked for at a time.
final class QueryFetcher implements SeriesFetcher {
  private static final long FIRST_PIECE = Duration.ofMinutes(30).toMillis();
  private static final long SHORTEST_PIECE = Duration.ofMinutes(1).toMillis();
  private static final long LONGEST_PIECE = Duration.ofDays(1).toMillis();
  private static final long SAMPLES_WANTED = 500_000;
  private static final int AT_A_TIME = 4;
  private static final int MOST_PARTS = 8;

  private final PrometheusApi server;
  private final QueriedHistograms histograms;

  QueryFetcher(PrometheusApi server, QueriedHistograms histograms) {
    this.server = server;
    this.histograms = histograms;
  }

  @Override
  public List<Series> fetch(List<LabelMatcher> matchers, TimeRange range) {
    String selector = selector(matchers);
    // The first piece shows how much there is.
    Reading first = new Reading(selector, range.first(), FIRST_PIECE);
    first.readPiece(range.last());
    List<Reading> parts = parts(first, range.last());
    SeriesPieces pieces = first.pieces;
    for (Reading part : InParallel.map(parts, AT_A_TIME, Reading::readAll)) {
      pieces.addAll(part.pieces.joined());
    }
    List<Series> joined = pieces.joined();
    return new SeriesEnds(server, selector, range).marked(joined);
  }

  /// What is left of a reading, cut into parts that are read at the same time.
  private List<Reading> parts(Reading begun, long last) {
    List<Reading> parts = new ArrayList<>();
    long length = Math.max(begun.length, Math.ceilDiv(last - begun.from + 1, MOST_PARTS));
    for (long from = begun.from; from <= last; from += length) {
      Reading part = new Reading(begun.selector, from, begun.length);
      part.last = Math.min(last, from + length - 1);
      parts.add(part);
    }
    return parts;
  }

  /// Reads a stretch of time piece by piece.
  private final class Reading {
    private final String selector;
    private final SeriesPieces pieces = new SeriesPieces();
    private long from;
    private long last;
    private long length;

    Reading(String selector, long from, long length) {
      this.selector = selector;
      this.from = from;
      this.length = length;
    }

    Reading readAll() {
      while (from <= last) {
        readPiece(last);
      }
      return this;
    }

    /// Reads one piece, a shorter one where the server refuses.
    void readPiece(long end) {
      while (true) {
        long until = Math.min(end, from + length - 1);
        try {
          RawSamples got = piece(selector, new TimeRange(from, until));
          got.forEach(pieces::add);
          from = until + 1;
          length = next(length, got.count());
          return;
        } catch (ClientException e) {
          if (!e.mayBeTooMuch() || length <= SHORTEST_PIECE) {
            throw e;
          }
          length = Math.max(SHORTEST_PIECE, length / 4);
        }
      }
    }
  }

  private RawSamples piece(String selector, TimeRange range) {
    // Servers from 3.0 on leave the start of a range out; older ones take it in.
    long length = range.last() - range.first() + 1;
    String expr = selector + "[" + length + "ms]";
    return server.query(expr, range.last(), () -> new RawSamples(selector, range, histograms));
  }

  private static long next(long length, long samples) {
    if (samples == 0) {
      return Math.min(LONGEST_PIECE, length * 8);
    }
    double fitting = (double) SAMPLES_WANTED / samples;
    double factor = Math.clamp(fitting, 0.25, 8);
    return Math.clamp((long) (length * factor), SHORTEST_PIECE, LONGEST_PIECE);
  }

  // A server refuses selectors that the empty text satisfies; each series has a name.
  static String selector(List<LabelMatcher> matchers) {
    List<LabelMatcher> asked = new ArrayList<>(matchers);
    if (matchers.stream().allMatch(matcher -> matcher.matches(""))) {
      asked.add(LabelMatcher.of(Labels.METRIC_NAME, LabelMatcher.Operator.REGEX, ".+"));
    }
    return LabelMatcher.braces(asked);
  }
}
