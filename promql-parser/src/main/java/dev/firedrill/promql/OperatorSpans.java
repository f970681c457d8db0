package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.grammar.PromqlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// Finds where operators and the labels of groupings stand, which the tree does not keep.
public final class OperatorSpans {
  private OperatorSpans() {}

  /// {@return the span of the operator between two sides}
  ///
  /// @param text what the expression was parsed from
  public static Span of(String text, Binary binary) {
    int offset = binary.left().span().end();
    PromqlLexer lexer = new PromqlLexer(text.substring(offset, binary.right().span().start()));
    Token token = lexer.nextToken();
    return Spans.of(token).shift(offset);
  }

  /// {@return the span of the word that names an aggregation}
  public static Span of(Aggregation aggregation) {
    int start = aggregation.span().start();
    return new Span(start, start + aggregation.operator().keyword().length());
  }

  /// {@return the spans of the labels after `by` or `without`, in the order written; none where
  ///     there is no grouping}
  ///
  /// @param text what the expression was parsed from
  public static List<Span> groupingLabels(String text, Aggregation aggregation) {
    int offset = aggregation.span().start();
    String own = text.substring(offset, aggregation.span().end());
    PromqlLexer lexer = new PromqlLexer(own);
    List<Span> labels = new ArrayList<>();
    int depth = 0;
    boolean grouping = false;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      switch (token.getType()) {
        case PromqlParser.BY, PromqlParser.WITHOUT -> grouping |= depth == 0;
        case PromqlParser.LEFT_PAREN, PromqlParser.OPEN_LABELS -> depth++;
        case PromqlParser.RIGHT_PAREN -> {
          depth--;
          grouping = false;
        }
        case PromqlParser.COMMA -> {}
        default -> {
          if (grouping) {
            labels.add(Spans.of(token).shift(offset));
          }
        }
      }
    }
    return labels;
  }
}
