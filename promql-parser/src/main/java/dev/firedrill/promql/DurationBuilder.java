package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.DurationExpr.Literal;
import dev.firedrill.promql.ast.DurationExpr.Operation;
import dev.firedrill.promql.ast.DurationExpr.Operator;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.ChosenDurationContext;
import dev.firedrill.promql.grammar.PromqlParser.ComputedDurationContext;
import dev.firedrill.promql.grammar.PromqlParser.DurationExpressionContext;
import dev.firedrill.promql.grammar.PromqlParser.DurationTermContext;
import dev.firedrill.promql.grammar.PromqlParser.LiteralDurationContext;
import dev.firedrill.promql.grammar.PromqlParser.OffsetModifierContext;
import dev.firedrill.promql.grammar.PromqlParser.PlainDurationContext;
import dev.firedrill.promql.grammar.PromqlParser.QueryDurationContext;
import dev.firedrill.promql.grammar.PromqlParser.SignedDurationContext;
import dev.firedrill.promql.grammar.PromqlParser.WrappedDurationContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;

/// Builds durations in brackets and after `offset`.
final class DurationBuilder {
  // What 64 bits of nanoseconds hold.
  private static final double MAX_SECONDS = 0x1p63 / 1e9;
  private static final Span NOWHERE = Span.at(0);

  private final Literals literals;
  private final ParseOptions options;
  private final Problems problems;

  DurationBuilder(Literals literals, ParseOptions options, Problems problems) {
    this.literals = literals;
    this.options = options;
    this.problems = problems;
  }

  /// {@return the duration of a range or step, which is more than nothing as far as one can tell}
  DurationExpr positive(DurationExpressionContext context) {
    DurationExpr duration = expression(context);
    if (duration instanceof Literal literal && literal.seconds() <= 0) {
      problems.addLate(literal.span(), "duration must be greater than 0");
    }
    return duration;
  }

  /// {@return the duration after `offset`, which may have a sign}
  DurationExpr offset(OffsetModifierContext context) {
    DurationTermContext term = context.durationTerm();
    DurationExpr duration = term(term);
    Token sign = context.sign;
    if (sign == null) {
      return duration;
    }
    // A plus says nothing, but Prometheus keeps it before a function.
    boolean kept = term instanceof QueryDurationContext || term instanceof ChosenDurationContext;
    return kept ? withSign(sign, duration) : signed(sign, duration);
  }

  /// {@return the duration, which may be of any sign}
  DurationExpr expression(DurationExpressionContext context) {
    Deque<ComputedDurationContext> chain = new ArrayDeque<>();
    DurationExpressionContext innermost = context;
    while (innermost instanceof ComputedDurationContext computed) {
      chain.push(computed);
      innermost = computed.left;
    }
    DurationExpr duration = start(innermost);
    while (!chain.isEmpty()) {
      duration = compute(duration, chain.pop());
    }
    return duration;
  }

  // Chains of instanceof here, since the first run of a switch over types costs a millisecond.
  private DurationExpr start(DurationExpressionContext context) {
    if (context instanceof PlainDurationContext c) {
      return term(c.durationTerm());
    }
    if (context instanceof SignedDurationContext c) {
      return signed(c.sign, expression(c.operand));
    }
    throw new IllegalStateException("not a duration: " + context);
  }

  /// {@return the duration that is one word, one call, or in parentheses}
  DurationExpr term(DurationTermContext context) {
    if (context instanceof LiteralDurationContext c) {
      return literal(c.literal);
    }
    if (context instanceof QueryDurationContext c) {
      return ofQuery(c);
    }
    if (context instanceof ChosenDurationContext c) {
      return chosen(c);
    }
    if (context instanceof WrappedDurationContext c) {
      return wrapped(expression(c.inner));
    }
    throw new IllegalStateException("not a duration: " + context);
  }

  private Literal literal(Token token) {
    double seconds = literals.number(token);
    return inRange(new Literal(seconds, Literals.isDuration(token), Spans.of(token)));
  }

  private Literal inRange(Literal literal) {
    if (!(Math.abs(literal.seconds()) > MAX_SECONDS)) {
      return literal;
    }
    problems.add(literal.span(), "duration out of range");
    return new Literal(0, false, NOWHERE);
  }

  private DurationExpr ofQuery(QueryDurationContext context) {
    Span span = Spans.of(context);
    boolean step = context.function.getType() == PromqlParser.STEP;
    return experimental(step ? new DurationExpr.Step(span) : new DurationExpr.Range(span));
  }

  private DurationExpr chosen(ChosenDurationContext context) {
    boolean min = context.function.getType() == PromqlParser.MIN_OF;
    Operator operator = min ? Operator.MIN_OF : Operator.MAX_OF;
    DurationExpr left = expression(context.left);
    DurationExpr right = expression(context.right);
    return experimental(new Operation(operator, left, right, false, Spans.of(context)));
  }

  // A bare literal becomes a sum without a left side, which keeps the parentheses.
  private DurationExpr wrapped(DurationExpr inner) {
    experimental(inner);
    return switch (inner) {
      case Operation o -> new Operation(o.operator(), o.left(), o.right(), true, o.span());
      case Literal _, DurationExpr.Step _, DurationExpr.Range _ ->
          new Operation(Operator.ADD, null, inner, true, inner.span());
    };
  }

  private DurationExpr signed(Token sign, DurationExpr operand) {
    boolean minus = sign.getType() == PromqlParser.SUBTRACT;
    if (operand instanceof Literal literal) {
      double seconds = minus ? -literal.seconds() : literal.seconds();
      Span span = new Span(sign.getStartIndex(), literal.span().end());
      return new Literal(
          seconds, literal.duration(), literal.span().equals(NOWHERE) ? NOWHERE : span);
    }
    return minus ? withSign(sign, operand) : operand;
  }

  private static DurationExpr withSign(Token sign, DurationExpr operand) {
    Operator operator = sign.getType() == PromqlParser.SUBTRACT ? Operator.SUBTRACT : Operator.ADD;
    Span span = new Span(sign.getStartIndex(), operand.span().end());
    return new Operation(operator, null, operand, false, span);
  }

  private DurationExpr compute(DurationExpr left, ComputedDurationContext context) {
    DurationExpr right = expression(context.right);
    experimental(left);
    Operator operator = operator(context.operator);
    boolean divides = operator == Operator.DIVIDE || operator == Operator.MODULO;
    if (divides && right instanceof Literal divisor && divisor.seconds() == 0) {
      String what = operator == Operator.DIVIDE ? "division" : "modulo";
      problems.add(Spans.of(context.operator), what + " by zero");
      return new Literal(0, false, NOWHERE);
    }
    return new Operation(operator, left, right, false, left.span().to(right.span()));
  }

  private static Operator operator(Token token) {
    return switch (token.getType()) {
      case PromqlParser.ADD -> Operator.ADD;
      case PromqlParser.SUBTRACT -> Operator.SUBTRACT;
      case PromqlParser.MULTIPLY -> Operator.MULTIPLY;
      case PromqlParser.DIVIDE -> Operator.DIVIDE;
      case PromqlParser.MODULO -> Operator.MODULO;
      case PromqlParser.POWER -> Operator.POWER;
      default -> throw new IllegalStateException("not an operator of durations: " + token);
    };
  }

  private DurationExpr experimental(DurationExpr duration) {
    if (!options.allows(ParseOptions.Feature.DURATION_EXPRESSIONS)) {
      problems.add(duration.span(), "experimental duration expression is not enabled");
    }
    return duration;
  }
}
