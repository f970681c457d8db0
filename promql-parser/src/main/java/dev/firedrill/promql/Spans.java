package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Where tokens and what the grammar made of them stand.
final class Spans {
  private Spans() {}

  static Span of(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  static Span of(Token first, Token last) {
    return new Span(first.getStartIndex(), last.getStopIndex() + 1);
  }

  static Span of(ParserRuleContext context) {
    return of(context.getStart(), context.getStop());
  }
}
