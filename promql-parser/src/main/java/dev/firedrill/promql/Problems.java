package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with an expression, in the order in which Prometheus finds it.
final class Problems {
  private final List<ParseError> errors = new ArrayList<>();

  void add(Span span, String message) {
    errors.add(new ParseError(message, span, null));
  }

  void add(Span span, String message, @Nullable String help) {
    errors.add(new ParseError(message, span, help));
  }

  void add(ParseError error) {
    errors.add(error);
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  List<ParseError> all() {
    return errors;
  }
}
