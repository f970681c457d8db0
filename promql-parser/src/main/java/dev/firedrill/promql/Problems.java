package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with an expression, in the order in which Prometheus finds it.
final class Problems {
  private final List<ParseError> errors = new ArrayList<>();
  // Ends of what was found last, as far as Prometheus finds it only with the token after it.
  private final Deque<Integer> lateEnds = new ArrayDeque<>();

  void add(Span span, String message) {
    add(new ParseError(message, span, null));
  }

  /// Adds what Prometheus finds only when it has read the token after `span`.
  void addLate(Span span, String message) {
    errors.add(new ParseError(message, span, null));
    lateEnds.push(span.end());
  }

  /// Adds what ended the text early, which Prometheus meets before it finds some things about what
  /// stands right before it.
  ///
  /// @param end where the last token before it ends
  void addEndOfTokens(ParseError problem, int end) {
    int index = errors.size();
    while (!lateEnds.isEmpty() && lateEnds.pop() == end) {
      index--;
    }
    errors.add(index, problem);
  }

  void add(Span span, String message, @Nullable String help) {
    add(new ParseError(message, span, help));
  }

  void add(ParseError error) {
    lateEnds.clear();
    errors.add(error);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  List<ParseError> all() {
    return errors;
  }
}
