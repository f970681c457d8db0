package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.NumberLiteral;
import dev.firedrill.promql.ast.Expr.Unary;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.Sign;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.AggregateContext;
import dev.firedrill.promql.grammar.PromqlParser.AggregationContext;
import dev.firedrill.promql.grammar.PromqlParser.ArgumentsContext;
import dev.firedrill.promql.grammar.PromqlParser.AtContext;
import dev.firedrill.promql.grammar.PromqlParser.BinaryContext;
import dev.firedrill.promql.grammar.PromqlParser.BracketedContext;
import dev.firedrill.promql.grammar.PromqlParser.CallContext;
import dev.firedrill.promql.grammar.PromqlParser.EdgesContext;
import dev.firedrill.promql.grammar.PromqlParser.ExpressionContext;
import dev.firedrill.promql.grammar.PromqlParser.FunctionCallContext;
import dev.firedrill.promql.grammar.PromqlParser.GroupingContext;
import dev.firedrill.promql.grammar.PromqlParser.NextArgumentContext;
import dev.firedrill.promql.grammar.PromqlParser.NumberContext;
import dev.firedrill.promql.grammar.PromqlParser.OffsetContext;
import dev.firedrill.promql.grammar.PromqlParser.ParenthesizedContext;
import dev.firedrill.promql.grammar.PromqlParser.SelectContext;
import dev.firedrill.promql.grammar.PromqlParser.SignedContext;
import dev.firedrill.promql.grammar.PromqlParser.StringContext;
import dev.firedrill.promql.type.FunctionSignature;
import dev.firedrill.promql.type.Functions;
import dev.firedrill.promql.type.ValueType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Writes what the grammar found down as a tree, and notes what Prometheus's parser refuses while
/// it does the same.
///
/// Recursion is as deep as the expression is nested, but not as long as it is: chains that lean to
/// the left are walked in a loop.
final class AstBuilder {
  final Literals literals;
  final SelectorBuilder selectors;
  final DurationBuilder durations;
  private final ModifierBuilder modifiers;
  private final MatchingBuilder matchings;
  private final ParseOptions options;
  private final Problems problems;

  AstBuilder(ParseOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
    this.literals = new Literals(problems);
    this.selectors = new SelectorBuilder(literals, problems);
    this.durations = new DurationBuilder(literals, options, problems);
    this.modifiers = new ModifierBuilder(literals, durations, options, problems);
    this.matchings = new MatchingBuilder(literals, selectors, options, problems);
  }

  Expr expression(ExpressionContext context) {
    ExpressionContext left = left(context);
    if (left == null) {
      return start(context);
    }
    Deque<ExpressionContext> chain = new ArrayDeque<>();
    ExpressionContext innermost = context;
    while (left != null) {
      chain.push(innermost);
      innermost = left;
      left = left(innermost);
    }
    Expr expr = start(innermost);
    while (!chain.isEmpty()) {
      expr = extend(expr, chain.pop());
    }
    return expr;
  }

  // Chains of instanceof here, since the first run of a switch over types costs a millisecond.
  private static @Nullable ExpressionContext left(ExpressionContext context) {
    if (context instanceof BinaryContext c) {
      return c.left;
    }
    if (context instanceof BracketedContext c) {
      return c.operand;
    }
    if (context instanceof OffsetContext c) {
      return c.operand;
    }
    if (context instanceof AtContext c) {
      return c.operand;
    }
    return context instanceof EdgesContext c ? c.operand : null;
  }

  private Expr start(ExpressionContext context) {
    if (context instanceof SelectContext c) {
      return selectors.selector(c.selector());
    }
    if (context instanceof CallContext c) {
      return call(c.functionCall());
    }
    if (context instanceof AggregateContext c) {
      return aggregation(c.aggregation());
    }
    if (context instanceof NumberContext c) {
      return number(c.literal);
    }
    if (context instanceof ParenthesizedContext c) {
      return new Expr.Paren(expression(c.inner), Spans.of(c));
    }
    if (context instanceof StringContext c) {
      return new Expr.StringLiteral(literals.string(c.literal), Spans.of(c.literal));
    }
    if (context instanceof SignedContext c) {
      return signed(c);
    }
    throw new IllegalStateException("not an expression: " + context);
  }

  private Expr extend(Expr expr, ExpressionContext context) {
    if (context instanceof BinaryContext c) {
      return binary(expr, c);
    }
    if (context instanceof BracketedContext c) {
      return modifiers.brackets(expr, c.brackets());
    }
    if (context instanceof OffsetContext c) {
      return modifiers.offset(expr, c.offsetModifier());
    }
    if (context instanceof AtContext c) {
      return modifiers.at(expr, c.atModifier());
    }
    if (context instanceof EdgesContext c) {
      return modifiers.edges(expr, c.edges);
    }
    throw new IllegalStateException("goes on from no expression: " + context);
  }

  private NumberLiteral number(Token token) {
    return new NumberLiteral(literals.number(token), Literals.isDuration(token), Spans.of(token));
  }

  // A sign before a literal is part of the literal.
  private Expr signed(SignedContext context) {
    Expr operand = expression(context.operand);
    Token token = context.sign;
    Span span = new Span(token.getStartIndex(), operand.span().end());
    boolean minus = token.getType() == PromqlParser.SUBTRACT;
    if (operand instanceof NumberLiteral number) {
      double value = minus ? -number.value() : number.value();
      return new NumberLiteral(value, number.duration(), span);
    }
    return new Unary(minus ? Sign.MINUS : Sign.PLUS, operand, span);
  }

  private Expr binary(Expr left, BinaryContext context) {
    return matchings.binary(left, context, expression(context.right));
  }

  Expr aggregation(AggregationContext context) {
    Token token = context.operator;
    AggregationOperator operator =
        AggregationOperator.valueOf(token.getText().toUpperCase(Locale.ROOT));
    GroupingContext grouping = context.grouping();
    ArgumentsContext arguments = context.arguments();
    boolean groupingFirst =
        grouping != null
            && grouping.getStart().getStartIndex() < arguments.getStart().getStartIndex();
    Grouping before = groupingFirst ? grouping(grouping) : Grouping.ALL;
    List<Expr> operands = arguments(arguments);
    Grouping by = grouping == null || groupingFirst ? before : grouping(grouping);
    return aggregation(operator, by, operands, Spans.of(context));
  }

  Expr aggregation(AggregationOperator operator, Grouping by, List<Expr> operands, Span span) {
    boolean takesTwo = operator.parameter() != null;
    if (operands.isEmpty()) {
      problems.addLate(span, "no arguments for aggregate expression provided");
    } else if (operator.isExperimental()
        && !options.allows(ParseOptions.Feature.EXPERIMENTAL_FUNCTIONS)) {
      problems.addLate(
          span,
          operator.keyword()
              + "() is experimental and must be enabled with"
              + " --enable-feature=promql-experimental-functions");
    } else if (operands.size() != (takesTwo ? 2 : 1)) {
      problems.addLate(
          span,
          "wrong number of arguments for aggregate expression provided, expected "
              + (takesTwo ? 2 : 1)
              + ", got "
              + operands.size());
    } else {
      Expr parameter = takesTwo ? operands.getFirst() : null;
      return new Expr.Aggregation(operator, by, parameter, operands.getLast(), span);
    }
    return new NumberLiteral(0, false, span);
  }

  Grouping grouping(GroupingContext context) {
    boolean without = context.kind.getType() == PromqlParser.WITHOUT;
    return new Grouping(
        without ? Grouping.Kind.WITHOUT : Grouping.Kind.BY, selectors.labels(context.labels()));
  }

  Expr call(FunctionCallContext context) {
    List<Expr> arguments = arguments(context.arguments());
    String name = context.name.getText();
    Optional<FunctionSignature> function = Functions.find(name);
    if (function.isEmpty() && options.oldNames()) {
      function = Functions.findRenamed(name);
    }
    if (function.isEmpty()) {
      problems.add(Spans.of(context.name), "unknown function with name " + GoQuote.quote(name));
    } else if (function.get().experimental()
        && !options.allows(ParseOptions.Feature.EXPERIMENTAL_FUNCTIONS)) {
      problems.add(Spans.of(context.name), "function " + GoQuote.quote(name) + " is not enabled");
    }
    FunctionSignature signature =
        function.orElseGet(
            () -> new FunctionSignature(name, List.of(), -1, ValueType.INSTANT_VECTOR, false));
    return new Expr.Call(signature, trusted(name, arguments), Spans.of(context));
  }

  // The second argument of info() lists labels, and so may match everything.
  private static List<Expr> trusted(String name, List<Expr> arguments) {
    if (name.equals("info")
        && arguments.size() > 1
        && arguments.get(1) instanceof InstantSelector selector
        && selector.name() == null) {
      arguments.set(1, selector.asTrusted());
    }
    return arguments;
  }

  List<Expr> arguments(ArgumentsContext context) {
    List<Expr> arguments = new ArrayList<>();
    ExpressionContext first = context.first;
    if (first != null) {
      arguments.add(expression(first));
      for (NextArgumentContext next : context.nextArgument()) {
        Expr argument = nextArgument(next);
        if (argument != null) {
          arguments.add(argument);
        }
      }
    }
    return arguments;
  }

  /// {@return the argument after a comma, or null where there is none}
  @Nullable Expr nextArgument(NextArgumentContext context) {
    ExpressionContext expression = context.expression();
    if (expression == null) {
      problems.addLate(
          Spans.of(context.getStart()), "trailing commas not allowed in function call args");
      return null;
    }
    return expression(expression);
  }
}
