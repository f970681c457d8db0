package dev.firedrill.engine.remote;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import java.util.Optional;

/// Asks a server for the results of an expression in a piece of time, in smaller ones where it
/// refuses so much.
///
/// @param kept answers of a run that was interrupted
record PieceQuery(PrometheusApi server, String expr, KeptAnswers kept) {
  private static final int TO_THE_STEP = 8;

  /// {@return the results, and of which steps the server gave none}
  /// @throws PieceException if they are none that can be used
  /// @throws ClientException if the server is of no use at all
  Results results(Piece piece) {
    Optional<Results> before = kept.find(expr, piece);
    if (before.isPresent()) {
      return before.get();
    }
    Results results;
    try {
      Asking asking = new Asking();
      asking.ask(piece);
      results = asking.results;
    } catch (Results.HistogramResultException e) {
      throw new PieceException(
          "the result holds native histograms, which query_range does not give in full: use"
              + " --engine local");
    }
    if (results.isWhole()) {
      kept.keep(expr, piece, results);
    }
    return results;
  }

  /// Asks for a piece, and for its halves where the server refuses so much.
  private final class Asking {
    private Results results = new Results();
    // Doubled by each refusal that stands but for the first, so that what is refused all the time
    // costs little.
    private long least = 1;
    private int refusals;

    void ask(Piece piece) {
      try {
        add(server.queryRange(expr, piece.start(), piece.end(), piece.step(), Results::new));
        return;
      } catch (ClientException e) {
        if (e.isServerAway()) {
          throw e;
        }
        if (!e.mayBeTooMuch() || piece.steps() < 2 || piece.steps() <= least) {
          results.lack(piece, e.reason());
          least *= ++refusals > TO_THE_STEP ? 2 : 1;
          return;
        }
      }
      ask(piece.firstHalf());
      ask(piece.secondHalf());
    }

    private void add(Results answer) {
      if (results.isEmpty()) {
        results = answer;
      } else {
        results.addAll(answer);
      }
    }
  }

  /// The results of an expression are none that can be used.
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
