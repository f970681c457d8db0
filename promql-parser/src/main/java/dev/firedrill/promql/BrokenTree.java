package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.AggregationContext;
import dev.firedrill.promql.grammar.PromqlParser.ArgumentsContext;
import dev.firedrill.promql.grammar.PromqlParser.BinaryContext;
import dev.firedrill.promql.grammar.PromqlParser.DurationExpressionContext;
import dev.firedrill.promql.grammar.PromqlParser.DurationTermContext;
import dev.firedrill.promql.grammar.PromqlParser.ExpressionContext;
import dev.firedrill.promql.grammar.PromqlParser.FunctionCallContext;
import dev.firedrill.promql.grammar.PromqlParser.GroupingContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelMatcherContext;
import dev.firedrill.promql.grammar.PromqlParser.LabelsContext;
import dev.firedrill.promql.grammar.PromqlParser.NextArgumentContext;
import dev.firedrill.promql.grammar.PromqlParser.ParenthesizedContext;
import dev.firedrill.promql.grammar.PromqlParser.SelectorContext;
import dev.firedrill.promql.grammar.PromqlParser.SignedContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Says what is wrong with a text whose tree stops early: first whatever is wrong with the parts
/// that are complete, as Prometheus has then seen them, then the token that does not fit.
final class BrokenTree {
  private final AstBuilder builder;

  private BrokenTree(AstBuilder builder) {
    this.builder = builder;
  }

  static void explain(SyntaxTree tree, AstBuilder builder, Problems problems) {
    RecognitionException failure = tree.failure();
    if (failure == null) {
      return;
    }
    new BrokenTree(builder).visit(tree.root());
    ParserRuleContext context = (ParserRuleContext) failure.getCtx();
    Token token = failure.getOffendingToken();
    boolean noToken = token.getType() == Token.EOF && tree.problem() != null;
    if (noToken) {
      tree.addProblem(problems);
    } else {
      problems.add(UnexpectedToken.error(token, context, tree.tokens()));
    }
    AggregationContext aggregation =
        UnexpectedToken.brokenAggregation(token, context, tree.tokens());
    if (aggregation != null) {
      addEmptyAggregation(aggregation, token, tree.tokens(), builder);
    }
    if (!noToken) {
      tree.addProblem(problems);
    }
  }

  // Prometheus goes on as if the aggregation had no arguments. Its range ends with the last token
  // read that can end an expression.
  private static void addEmptyAggregation(
      AggregationContext context, Token stop, List<Token> tokens, AstBuilder builder) {
    int start = context.operator.getStartIndex();
    int end = 0;
    for (Token token : tokens.subList(0, stop.getTokenIndex() + 1)) {
      end = closes(token) ? token.getStopIndex() + 1 : end;
    }
    builder.aggregation(
        AggregationOperator.SUM, Grouping.ALL, List.of(), new Span(start, Math.max(start, end)));
  }

  private static boolean closes(Token token) {
    return switch (token.getType()) {
      case PromqlParser.RIGHT_BRACE,
          PromqlParser.RIGHT_PAREN,
          PromqlParser.RIGHT_BRACKET,
          PromqlParser.DURATION,
          PromqlParser.NUMBER ->
          true;
      default -> false;
    };
  }

  private void visit(ParserRuleContext context) {
    if (context.exception == null || isComplete(context)) {
      build(context);
      return;
    }
    if (context.children == null) {
      return;
    }
    for (ParseTree child : context.children) {
      if (child instanceof ParserRuleContext part) {
        visit(part);
      }
    }
  }

  // An expression that ended just before the token that could not go on from it.
  private static boolean isComplete(ParserRuleContext context) {
    if (!(context instanceof ExpressionContext)
        || context instanceof BinaryContext
        || context instanceof SignedContext
        || context.getChildCount() == 0) {
      return false;
    }
    ParseTree last = context.getChild(context.getChildCount() - 1);
    if (last instanceof TerminalNode) {
      return !(context instanceof ParenthesizedContext p) || p.RIGHT_PAREN() != null;
    }
    return last instanceof ParserRuleContext part && part.exception == null;
  }

  private void build(ParserRuleContext context) {
    switch (context) {
      case ExpressionContext c -> builder.expression(c);
      case AggregationContext c -> builder.aggregation(c);
      case FunctionCallContext c -> builder.call(c);
      case ArgumentsContext c -> builder.arguments(c);
      case NextArgumentContext c -> builder.nextArgument(c);
      case GroupingContext c -> builder.grouping(c);
      case LabelsContext c -> builder.selectors.labels(c);
      case LabelContext c -> builder.selectors.label(c);
      case SelectorContext c -> builder.selectors.selector(c);
      case LabelMatcherContext c -> builder.selectors.matcher(c);
      case DurationExpressionContext c -> builder.durations.expression(c);
      case DurationTermContext c -> builder.durations.term(c);
      default -> {}
    }
  }
}
