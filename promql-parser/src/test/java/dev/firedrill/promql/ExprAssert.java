package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.ast.Expr;
import org.assertj.core.api.AbstractAssert;

/// Assertions about expressions.
public final class ExprAssert extends AbstractAssert<ExprAssert, Expr> {
  private ExprAssert(Expr actual) {
    super(actual, ExprAssert.class);
  }

  /// {@return assertions about what `text` parses to, all features on}
  public static ExprAssert assertThatExpr(String text) {
    return new ExprAssert(parse(text));
  }

  /// {@return assertions about an expression}
  public static ExprAssert assertThatExpr(Expr expr) {
    return new ExprAssert(expr);
  }

  /// {@return what `text` parses to, all features on}
  public static Expr parse(String text) {
    return switch (Promql.parse(text, ParseOptions.ALL)) {
      case Parsed parsed -> parsed.expr();
      case Rejected rejected ->
          throw new AssertionError(text + "\n" + rejected.first().format(text));
    };
  }

  /// Fails unless the tree is the same as that of another text, wherever its parts stand.
  public ExprAssert isSameAs(String text) {
    isNotNull();
    assertThat(actual)
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Span.class)
        .isEqualTo(parse(text));
    return this;
  }

  /// Fails unless the tree prints like this: see [TreeText].
  public ExprAssert hasTree(String expected) {
    isNotNull();
    assertThat(TreeText.of(actual)).isEqualTo(expected);
    return this;
  }
}
