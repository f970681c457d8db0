package dev.firedrill.promql;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/// What came of parsing an expression.
public sealed interface ParseResult {
  /// An expression that is valid in syntax and types.
  ///
  /// @param text what was parsed; the spans of the tree are within it
  record Parsed(String text, Expr expr, ValueType type) implements ParseResult {}

  /// An expression that Prometheus rejects.
  ///
  /// @param errors at least one, in Prometheus's order; it shows the first
  /// @param reported those of them that a person is told, each with the place to look at: one for
  ///     each cause
  record Rejected(String text, List<ParseError> errors, List<ParseError> reported)
      implements ParseResult {
    public Rejected {
      errors = List.copyOf(errors);
      reported = List.copyOf(reported);
    }

    /// {@return the error that Prometheus shows}
    public ParseError first() {
      return errors.getFirst();
    }

    /// {@return a finding for each cause, the one that Prometheus shows first}
    ///
    /// @param source where the expression stands
    public List<Diagnostic> diagnostics(SourceText source) {
      List<Diagnostic> diagnostics = new ArrayList<>();
      for (ParseError error : reported) {
        Diagnostic diagnostic =
            Diagnostic.error("promql/syntax", error.message(), source.locate(error.span()))
                .withHelp(error.help());
        Span opener = error.opener();
        diagnostics.add(
            opener == null
                ? diagnostic
                : diagnostic.withNote("opened here", source.locate(opener)));
      }
      return diagnostics;
    }
  }
}
