package dev.firedrill.rules.test.coverage;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.MatcherSpans;
import dev.firedrill.promql.OperatorSpans;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.test.coverage.Branch.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the branches of an expression.
///
/// - Each matcher, but for the metric's own name: does it keep a series, does it reject one that
///   all other matchers of the selector accept?
/// - Each comparison over anything that can change: is it true, is it false?
/// - `and`: both sides, left side only, right side only; `or`: left side, something from the right
///   side; `unless`: left side only, both.
/// - `absent` and `absent_over_time`: found, missed.
final class BranchFinder {
  private static final int LONGEST = 60;

  private final String text;
  private final SubqueryContext context;
  private final List<Branch> found = new ArrayList<>();

  private BranchFinder(String text, Expr root) {
    this.text = text;
    this.context = new SubqueryContext(root);
  }

  /// {@return the branches of an expression in the order of its text}
  ///
  /// @param text what the expression was parsed from
  static List<Branch> find(String text, Expr root) {
    BranchFinder finder = new BranchFinder(text, root);
    for (Expr each : ExprWalk.all(root)) {
      switch (each) {
        case InstantSelector selector -> finder.selector(selector);
        case Binary binary -> finder.binary(binary);
        case Expr.Call call -> finder.call(call);
        case Expr.NumberLiteral _,
            Expr.StringLiteral _,
            Expr.Paren _,
            Expr.Unary _,
            Expr.Aggregation _,
            Expr.RangeSelector _,
            Expr.Subquery _ -> {}
      }
    }
    finder.found.sort(Comparator.comparingInt(branch -> branch.place().start()));
    return List.copyOf(finder.found);
  }

  private void selector(InstantSelector selector) {
    List<Span> spans = MatcherSpans.of(text, selector);
    for (int i = 0; i < spans.size(); i++) {
      LabelMatcher matcher = selector.matchers().get(i);
      List<LabelMatcher> others = new ArrayList<>(selector.matchers());
      others.remove(i);
      if (!isName(matcher)) {
        add(Way.KEEPS, spans.get(i), new Probe.Matches(others, matcher, true));
        if (!acceptsAll(matcher)) {
          add(Way.REJECTS, spans.get(i), new Probe.Matches(others, matcher, false));
        }
      }
    }
  }

  private static boolean isName(LabelMatcher matcher) {
    return matcher.name().equals(Labels.METRIC_NAME)
        && matcher.operator() == LabelMatcher.Operator.EQUAL;
  }

  private static boolean acceptsAll(LabelMatcher matcher) {
    return matcher.operator() == LabelMatcher.Operator.REGEX && matcher.value().equals(".*");
  }

  private void binary(Binary binary) {
    switch (binary.operator()) {
      case AND -> {
        add(Way.AND_BOTH, binary, joined(binary, BinaryWays.kept(binary)));
        add(Way.AND_LEFT, binary, joined(binary, BinaryWays.left(binary)));
        add(Way.AND_RIGHT, binary, joined(binary, BinaryWays.right(binary)));
      }
      case OR -> {
        add(Way.OR_LEFT, binary, joined(binary, binary.left()));
        add(Way.OR_RIGHT, binary, joined(binary, BinaryWays.right(binary)));
      }
      case UNLESS -> {
        add(Way.UNLESS_LEFT, binary, joined(binary, BinaryWays.left(binary)));
        add(Way.UNLESS_BOTH, binary, joined(binary, BinaryWays.kept(binary)));
      }
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(binary);
      case TRIM_UPPER, TRIM_LOWER, ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, ATAN2, POWER -> {}
    }
  }

  private Probe joined(Binary binary, Expr asked) {
    return new Probe.Yields(context.around(binary, asked, "present_over_time"));
  }

  private void comparison(Binary binary) {
    if (!BinaryWays.varies(binary)) {
      return;
    }
    Expr answer = BinaryWays.answer(binary);
    add(
        Way.TRUE,
        binary,
        new Probe.HasValue(
            context.around(binary, answer, "max_over_time"),
            1,
            joined(binary, BinaryWays.filter(binary))));
    add(
        Way.FALSE,
        binary,
        new Probe.HasValue(
            context.around(binary, answer, "min_over_time"),
            0,
            joined(binary, BinaryWays.opposite(binary))));
  }

  private void call(Expr.Call call) {
    String name = call.function().name();
    boolean overTime = name.equals("absent_over_time");
    if (!overTime && !name.equals("absent")) {
      return;
    }
    Expr argument = call.arguments().getFirst();
    Expr present = overTime ? SubqueryContext.call("present_over_time", argument) : argument;
    Span place = new Span(call.span().start(), call.span().start() + name.length());
    Probe found = new Probe.Yields(context.around(call, present, "present_over_time"));
    Probe missed = new Probe.Yields(context.around(call, call, "present_over_time"));
    found(Way.PRESENT, place, call.span(), found);
    found(Way.MISSING, place, call.span(), missed);
  }

  private void add(Way way, Binary binary, Probe probe) {
    Span operator = OperatorSpans.of(text, binary);
    boolean whole = binary.operator().isComparison();
    found(way, operator, whole ? operator.to(binary.right().span()) : operator, probe);
  }

  private void add(Way way, Span place, Probe probe) {
    found(way, place, place, probe);
  }

  private void found(Way way, Span place, Span shown, Probe probe) {
    String line = text.substring(shown.start(), shown.end()).strip().replaceAll("\\s+", " ");
    String cut = line.length() > LONGEST ? line.substring(0, LONGEST - 3) + "..." : line;
    found.add(new Branch(way, place, cut, probe));
  }
}
