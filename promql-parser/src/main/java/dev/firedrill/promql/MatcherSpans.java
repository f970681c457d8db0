package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.grammar.PromqlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// Finds where the matchers of a selector stand, which its tree does not keep.
public final class MatcherSpans {
  private MatcherSpans() {}

  /// {@return the spans of what stands between the braces of a selector, in the order written: of
  ///     its matchers, and of a metric name in quotes}
  ///
  /// @param text what the selector was parsed from
  public static List<Span> of(String text, InstantSelector selector) {
    int offset = selector.span().start();
    PromqlLexer lexer = new PromqlLexer(text.substring(offset, selector.span().end()));
    List<Span> spans = new ArrayList<>();
    boolean inside = false;
    int start = -1;
    int end = -1;
    for (Token token = lexer.nextToken();
        token.getType() != Token.EOF && token.getType() != PromqlParser.RIGHT_BRACE;
        token = lexer.nextToken()) {
      if (!inside) {
        inside = token.getType() == PromqlParser.LEFT_BRACE;
      } else if (token.getType() == PromqlParser.COMMA) {
        spans.add(new Span(offset + start, offset + end));
        start = -1;
      } else {
        start = start < 0 ? token.getStartIndex() : start;
        end = token.getStopIndex() + 1;
      }
    }
    if (start >= 0) {
      spans.add(new Span(offset + start, offset + end));
    }
    return spans;
  }
}
