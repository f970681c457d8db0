package dev.firedrill.promql;

import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import java.util.List;

/// What came of parsing an expression.
public sealed interface ParseResult {
  /// An expression that is valid in syntax and types.
  ///
  /// @param text what was parsed; the spans of the tree are within it
  record Parsed(String text, Expr expr, ValueType type) implements ParseResult {}

  /// An expression that Prometheus rejects.
  ///
  /// @param errors at least one; Prometheus shows the first
  record Rejected(String text, List<ParseError> errors) implements ParseResult {
    public Rejected {
      errors = List.copyOf(errors);
    }

    /// {@return the error that Prometheus shows}
    public ParseError first() {
      return errors.getFirst();
    }
  }
}
