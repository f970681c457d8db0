package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.SingleExpressionContext;
import dev.firedrill.promql.grammar.PromqlParser.SingleSelectorContext;
import dev.firedrill.promql.type.TypeCheck;
import dev.firedrill.promql.type.ValueType;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// The front door to PromQL: takes text, gives a typed tree or what is wrong.
///
/// What is valid, and the words and places of errors, are those of Prometheus 3.14. Any text gives
/// a result: nothing is thrown, however long or deep it is.
public final class Promql {
  private Promql() {}

  /// {@return what came of parsing an expression with the syntax that needs no flags}
  public static ParseResult parse(String text) {
    return parse(text, ParseOptions.DEFAULT);
  }

  /// {@return what came of parsing an expression}
  public static ParseResult parse(String text, ParseOptions options) {
    try {
      return parse(text, options, SyntaxTree.parse(text, PromqlParser::singleExpression));
    } catch (SyntaxTree.TooDeep e) {
      return tooDeep(text, e.span());
    } catch (StackOverflowError _) {
      // The caller had little stack left.
      return tooDeep(text, new Span(0, text.length()));
    }
  }

  private static ParseResult parse(String text, ParseOptions options, SyntaxTree tree) {
    Problems problems = new Problems();
    if (isEmpty(tree)) {
      problems.add(Span.at(0), "no expression found in input", Advice.EMPTY);
      return rejected(text, tree, problems);
    }
    AstBuilder builder = new AstBuilder(options, problems);
    if (tree.failure() != null) {
      BrokenTree.explain(tree, builder, problems);
      return rejected(text, tree, problems);
    }
    Expr expr = builder.expression(((SingleExpressionContext) tree.root()).expression());
    tree.addProblem(problems);
    if (!problems.isEmpty()) {
      return rejected(text, tree, problems);
    }
    ValueType type = TypeCheck.check(expr, text, problems::add);
    return problems.isEmpty()
        ? new ParseResult.Parsed(text, expr, type)
        : rejected(text, tree, problems);
  }

  /// {@return what came of parsing a lone selector without offset and `@`, such as `up{job="x"}`;
  ///     one that matches everything is accepted}
  public static ParseResult parseSelector(String text) {
    try {
      return parseSelector(text, SyntaxTree.parse(text, PromqlParser::singleSelector));
    } catch (SyntaxTree.TooDeep e) {
      return tooDeep(text, e.span());
    } catch (StackOverflowError _) {
      // The caller had little stack left.
      return tooDeep(text, new Span(0, text.length()));
    }
  }

  private static ParseResult parseSelector(String text, SyntaxTree tree) {
    Problems problems = new Problems();
    AstBuilder builder = new AstBuilder(ParseOptions.DEFAULT, problems);
    if (tree.failure() != null) {
      BrokenTree.explain(tree, builder, problems);
      return rejected(text, tree, problems);
    }
    InstantSelector selector =
        builder.selectors.selector(((SingleSelectorContext) tree.root()).selector());
    tree.addProblem(problems);
    return problems.isEmpty()
        ? new ParseResult.Parsed(text, selector, ValueType.INSTANT_VECTOR)
        : rejected(text, tree, problems);
  }

  private static boolean isEmpty(SyntaxTree tree) {
    return tree.tokens().getFirst().getType() == Token.EOF && tree.problem() == null;
  }

  private static ParseResult rejected(String text, SyntaxTree tree, Problems problems) {
    List<ParseError> errors = Advice.added(text, tree.tokens(), problems.all());
    boolean broken = tree.failure() != null || tree.problem() != null;
    return new ParseResult.Rejected(text, errors, Reported.of(text, errors, broken));
  }

  private static ParseResult tooDeep(String text, Span span) {
    ParseError error =
        new ParseError(
            "expression is nested more than " + SyntaxTree.MAX_DEPTH + " levels deep",
            span,
            "take parts of it out into recording rules");
    return new ParseResult.Rejected(text, List.of(error), List.of(error));
  }
}
