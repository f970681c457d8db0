package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// Finds the comments of an expression, which its tree does not keep.
///
/// @param before those before the first token
/// @param within those between tokens
/// @param after those behind the last token
public record ExprComments(List<Span> before, List<Span> within, List<Span> after) {
  public ExprComments {
    before = List.copyOf(before);
    within = List.copyOf(within);
    after = List.copyOf(after);
  }

  /// {@return the comments of an expression that is valid, each from its `#` to the end of its
  ///     line}
  public static ExprComments of(String text) {
    if (text.indexOf('#') < 0) {
      return new ExprComments(List.of(), List.of(), List.of());
    }
    PromqlLexer lexer = new PromqlLexer(text);
    List<Span> before = new ArrayList<>();
    List<Span> within = new ArrayList<>();
    int at = 0;
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      collect(text, at, token.getStartIndex(), at == 0 ? before : within);
      at = token.getStopIndex() + 1;
      token = lexer.nextToken();
    }
    List<Span> after = new ArrayList<>();
    collect(text, at, text.length(), after);
    return new ExprComments(before, within, after);
  }

  /// {@return whether there are none}
  public boolean isEmpty() {
    return before.isEmpty() && within.isEmpty() && after.isEmpty();
  }

  // Between tokens there are blanks and comments only.
  private static void collect(String text, int from, int to, List<Span> found) {
    int at = text.indexOf('#', from);
    while (at >= 0 && at < to) {
      int end = at;
      while (end < to && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      found.add(new Span(at, end));
      at = text.indexOf('#', end);
    }
  }
}
