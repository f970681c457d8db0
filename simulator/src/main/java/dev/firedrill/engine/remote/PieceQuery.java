package dev.firedrill.engine.remote;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import java.time.Instant;
import java.util.Optional;

/// Asks a server for the results of an expression in a piece of time, in smaller ones where it
/// refuses so much.
///
/// @param kept answers of a run that was interrupted
record PieceQuery(PrometheusApi server, String expr, KeptAnswers kept) {
  /// {@return the results}
  /// @throws PieceException if the server does not give them, but might give others
  /// @throws ClientException if the server is of no use at all
  Results results(Piece piece) {
    Optional<Results> before = kept.find(expr, piece);
    if (before.isPresent()) {
      return before.get();
    }
    Results results;
    try {
      results = asked(piece);
    } catch (Results.HistogramResultException e) {
      throw new PieceException(
          "the result holds native histograms, which query_range does not give in full: use"
              + " --engine local");
    }
    kept.keep(expr, piece, results);
    return results;
  }

  private Results asked(Piece piece) {
    try {
      return server.queryRange(expr, piece.start(), piece.end(), piece.step(), Results::new);
    } catch (ClientException e) {
      if (e.isServerAway()) {
        throw e;
      }
      if (!e.mayBeTooMuch() || piece.steps() < 2) {
        throw new PieceException(
            "from "
                + Instant.ofEpochMilli(piece.start())
                + " to "
                + Instant.ofEpochMilli(piece.end())
                + " the server gave no result: "
                + e.reason());
      }
    }
    Results halves = asked(piece.firstHalf());
    halves.addAll(asked(piece.secondHalf()));
    return halves;
  }

  /// A server did not give the results of an expression.
  static final class PieceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;

    PieceException(String text) {
      super(text, null, false, false);
      this.text = text;
    }

    /// {@return what is wrong}
    String text() {
      return text;
    }
  }
}
