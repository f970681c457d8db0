package dev.firedrill.rules.test.mutation;

import dev.firedrill.diagnostic.Span;

/// A change to the text of an expression.
///
/// @param name what is done, as in `drop matcher`
/// @param span what is replaced
/// @param text what stands there afterwards
record Change(String name, Span span, String text) {
  /// {@return the expression with the change made}
  String applied(String expr) {
    return expr.substring(0, span.start()) + text + expr.substring(span.end());
  }
}
