package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.ast.DurationExpr;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.ast.Modifiers;
import dev.firedrill.promql.ast.Modifiers.At;
import dev.firedrill.promql.ast.Modifiers.Edges;
import dev.firedrill.promql.grammar.PromqlParser;
import dev.firedrill.promql.grammar.PromqlParser.AtModifierContext;
import dev.firedrill.promql.grammar.PromqlParser.BracketsContext;
import dev.firedrill.promql.grammar.PromqlParser.DurationExpressionContext;
import dev.firedrill.promql.grammar.PromqlParser.OffsetModifierContext;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/// Applies what stands after a selector or subquery: brackets, `offset`, `@`, `anchored` and
/// `smoothed`.
final class ModifierBuilder {
  // Stands for what is no selector inside a range; a tree that holds it is never handed out.
  private static final InstantSelector NOT_A_SELECTOR =
      new InstantSelector(null, List.of(), Modifiers.NONE, false, Span.at(0));
  private static final String NEEDS_SELECTOR =
      " must be preceded by an instant vector selector or range vector selector or a subquery";
  private static final String ONLY_SELECTORS = "ranges only allowed for vector selectors";

  private final Literals literals;
  private final DurationBuilder durations;
  private final ParseOptions options;
  private final Problems problems;

  ModifierBuilder(
      Literals literals, DurationBuilder durations, ParseOptions options, Problems problems) {
    this.literals = literals;
    this.durations = durations;
    this.options = options;
    this.problems = problems;
  }

  Expr brackets(Expr expr, BracketsContext context) {
    Span span = new Span(expr.span().start(), Spans.of(context).end());
    DurationExpr range = durations.positive(context.range);
    if (context.colon == null) {
      return new RangeSelector(ranged(expr, context), range, span);
    }
    DurationExpressionContext step = context.step;
    DurationExpr every = step == null ? null : durations.positive(step);
    return new Subquery(expr, range, every, Modifiers.NONE, span);
  }

  private InstantSelector ranged(Expr expr, BracketsContext context) {
    if (!(expr instanceof InstantSelector selector)) {
      problems.add(Spans.of(context), ONLY_SELECTORS);
      return NOT_A_SELECTOR;
    }
    if (hasOffset(selector.modifiers())) {
      problems.add(Spans.of(context), "no offset modifiers allowed before range");
    } else if (selector.modifiers().at() != null) {
      problems.add(Spans.of(context), "no @ modifiers allowed before range");
    }
    return selector;
  }

  private static boolean hasOffset(Modifiers modifiers) {
    DurationExpr offset = modifiers.offset();
    return offset != null
        && !(offset instanceof DurationExpr.Literal literal && literal.nanos() == 0);
  }

  Expr offset(Expr expr, OffsetModifierContext context) {
    DurationExpr offset = durations.offset(context);
    if (!takesModifier(expr, "offset modifier")) {
      return expr;
    }
    Modifiers before = modifiers(expr);
    if (hasOffset(before)) {
      problems.add(expr.span(), "offset may not be set multiple times");
    }
    Modifiers after = new Modifiers(before.at(), offset, before.edges());
    return with(expr, after, Spans.of(context).end());
  }

  Expr at(Expr expr, AtModifierContext context) {
    At at = time(expr, context);
    if (!takesModifier(expr, "@ modifier")) {
      return expr;
    }
    Modifiers before = modifiers(expr);
    if (before.at() != null) {
      problems.add(expr.span(), "@ <timestamp> may not be set multiple times");
    }
    Modifiers after = new Modifiers(at, before.offset(), before.edges());
    return with(expr, after, Spans.of(context).end());
  }

  private At time(Expr expr, AtModifierContext context) {
    Token bound = context.bound;
    if (bound != null) {
      return bound.getType() == PromqlParser.START ? new At.Start() : new At.End();
    }
    Token sign = context.sign;
    boolean minus = sign != null && sign.getType() == PromqlParser.SUBTRACT;
    double seconds = literals.number(context.time);
    double time = minus ? -seconds : seconds;
    // Not less than 2^63, or no number.
    if (!(Math.abs(time) < 0x1p63)) {
      problems.add(
          expr.span(), "timestamp out of bounds for @ modifier: " + GoFloat.plain(time, 6));
    }
    return new At.Time(millis(time));
  }

  // Rounds half away from zero; too large a number becomes the smallest integer, as on amd64.
  private static long millis(double seconds) {
    double millis = seconds * 1000;
    double rounded = Math.copySign(Math.floor(Math.abs(millis)), millis);
    if (Math.abs(millis - rounded) >= 0.5) {
      rounded += Math.signum(millis);
    }
    return Math.abs(rounded) < 0x1p63 ? (long) rounded : Long.MIN_VALUE;
  }

  Expr edges(Expr expr, Token word) {
    Edges edges = word.getType() == PromqlParser.ANCHORED ? Edges.ANCHORED : Edges.SMOOTHED;
    String name = edges.name().toLowerCase(Locale.ROOT);
    if (!options.allows(ParseOptions.Feature.EXTENDED_RANGE_SELECTORS)) {
      problems.add(expr.span(), name + " modifier is experimental and not enabled");
      return expr;
    }
    return switch (expr) {
      case InstantSelector s -> withEdges(s, s.modifiers(), edges, word);
      case RangeSelector r when r.series().equals(NOT_A_SELECTOR) -> expr;
      case RangeSelector r -> withEdges(r, r.series().modifiers(), edges, word);
      case Subquery _ -> {
        problems.add(expr.span(), name + " modifier is not supported for subqueries");
        yield expr;
      }
      default -> {
        problems.add(expr.span(), name + " modifier not implemented");
        yield expr;
      }
    };
  }

  private Expr withEdges(Expr expr, Modifiers before, Edges edges, Token word) {
    if (before.edges() != Edges.PLAIN && before.edges() != edges) {
      problems.add(expr.span(), "anchored and smoothed modifiers cannot be used together");
    }
    Modifiers after = new Modifiers(before.at(), before.offset(), edges);
    return with(expr, after, Spans.of(word).end());
  }

  private boolean takesModifier(Expr expr, String modifier) {
    return switch (expr) {
      case InstantSelector _, Subquery _ -> true;
      case RangeSelector r when r.series().equals(NOT_A_SELECTOR) -> {
        problems.add(expr.span(), ONLY_SELECTORS);
        yield false;
      }
      case RangeSelector _ -> true;
      default -> {
        problems.add(expr.span(), modifier + NEEDS_SELECTOR);
        yield false;
      }
    };
  }

  private static Modifiers modifiers(Expr expr) {
    return switch (expr) {
      case InstantSelector s -> s.modifiers();
      case RangeSelector r -> r.series().modifiers();
      case Subquery s -> s.modifiers();
      default -> Modifiers.NONE;
    };
  }

  // The series of a range keep their own span: what stands after the range belongs to the range.
  private static Expr with(Expr expr, Modifiers modifiers, int end) {
    Span span = new Span(expr.span().start(), end);
    return switch (expr) {
      case InstantSelector s -> s.with(modifiers, span);
      case RangeSelector r ->
          new RangeSelector(r.series().with(modifiers, r.series().span()), r.range(), span);
      case Subquery s -> new Subquery(s.inner(), s.range(), s.step(), modifiers, span);
      default -> expr;
    };
  }
}
