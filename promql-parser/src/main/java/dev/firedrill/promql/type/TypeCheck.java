package dev.firedrill.promql.type;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Aggregation;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import dev.firedrill.promql.ast.Expr.Subquery;
import dev.firedrill.promql.ast.Expr.Unary;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the parts of an expression fit together, with Prometheus's messages in its order: parts
/// before the whole, from left to right.
public final class TypeCheck {
  /// Takes what does not fit.
  @FunctionalInterface
  public interface Findings {
    /// Takes one thing that does not fit.
    ///
    /// @param help what to do about it; null where there is nothing to add
    void add(Span span, String message, @Nullable String help);
  }

  private final Findings findings;
  private final BinaryCheck binaries;

  private TypeCheck(String text, Findings findings) {
    this.findings = findings;
    this.binaries = new BinaryCheck(text, findings);
  }

  /// Checks an expression.
  ///
  /// @param text what the expression was read from
  /// @return what it evaluates to, if it is valid
  public static ValueType check(Expr expr, String text, Findings findings) {
    return new TypeCheck(text, findings).check(expr);
  }

  // Walks down the first part of each expression and up again without recursion, since chains of
  // operators lean that way and can be long.
  private ValueType check(Expr expr) {
    Deque<Expr> outer = new ArrayDeque<>();
    Expr inner = expr;
    for (Expr next = first(inner); next != null; next = first(inner)) {
      outer.push(inner);
      inner = next;
    }
    ValueType type = checkInnermost(inner);
    while (!outer.isEmpty()) {
      type = checkOuter(outer.pop(), type);
    }
    return type;
  }

  // Chains of instanceof here, since the first run of a switch over types costs a millisecond.
  private static @Nullable Expr first(Expr expr) {
    if (expr instanceof Binary b) {
      return b.left();
    }
    if (expr instanceof Expr.Paren p) {
      return p.inner();
    }
    if (expr instanceof Unary u) {
      return u.operand();
    }
    return expr instanceof Subquery s ? s.inner() : null;
  }

  private ValueType checkInnermost(Expr expr) {
    if (expr instanceof InstantSelector s) {
      check(s);
    } else if (expr instanceof Call c) {
      check(c);
    } else if (expr instanceof Aggregation a) {
      check(a);
    } else if (expr instanceof RangeSelector r) {
      check(r.series());
    }
    return ValueTypes.of(expr);
  }

  private ValueType checkOuter(Expr expr, ValueType first) {
    if (expr instanceof Binary b) {
      ValueType right = check(b.right());
      binaries.check(b, first, right);
      return ValueTypes.binary(first, right);
    }
    if (expr instanceof Subquery s) {
      check(s, first);
      return ValueType.RANGE_VECTOR;
    }
    if (expr instanceof Unary u) {
      check(u, first);
    }
    return first;
  }

  private void check(Unary unary, ValueType operand) {
    if (operand != ValueType.SCALAR && operand != ValueType.INSTANT_VECTOR) {
      findings.add(
          unary.span(),
          "unary expression only allowed on expressions of type scalar or instant vector, got "
              + GoQuote.quote(operand.title()),
          null);
    }
  }

  private void check(Subquery subquery, ValueType inner) {
    if (inner != ValueType.INSTANT_VECTOR) {
      findings.add(
          subquery.span(),
          "subquery is only allowed on instant vector, got " + inner.apiName() + " instead",
          TypeAdvice.subquery(inner));
    }
  }

  private void check(Aggregation aggregation) {
    AggregationOperator operator = aggregation.operator();
    ValueType wanted = operator.parameter();
    Expr parameter = aggregation.parameter();
    String help = TypeAdvice.swapped(wanted, parameter, aggregation.operand());
    expect(aggregation.operand(), ValueType.INSTANT_VECTOR, "aggregation expression", null, help);
    if (wanted != null && parameter != null) {
      expect(parameter, wanted, "aggregation parameter", null, help);
    }
  }

  private void check(Call call) {
    FunctionSignature function = call.function();
    checkCount(call);
    List<Expr> arguments = call.arguments();
    if (function.name().equals("info") && arguments.size() > 1) {
      checkInfo(arguments.get(1));
    }
    int listed = function.arguments().size();
    int checked = function.variadic() == 0 ? Math.min(listed, arguments.size()) : arguments.size();
    String context = "call to function " + GoQuote.quote(function.name());
    String help = TypeAdvice.swapped(call);
    for (int i = 0; i < checked; i++) {
      expect(arguments.get(i), function.argument(i), context, call, help);
    }
  }

  private void checkCount(Call call) {
    FunctionSignature function = call.function();
    int listed = function.arguments().size();
    int given = call.arguments().size();
    int most = listed - 1 + function.variadic();
    if (function.variadic() == 0) {
      if (given != listed) {
        addCount(call, "expected " + listed);
      }
    } else if (given < listed - 1) {
      addCount(call, "expected at least " + (listed - 1));
    } else if (function.variadic() > 0 && given > most) {
      addCount(call, "expected at most " + most);
    }
  }

  private void addCount(Call call, String expected) {
    String name = GoQuote.quote(call.function().name());
    findings.add(
        call.span(),
        expected + " argument(s) in call to " + name + ", got " + call.arguments().size(),
        TypeAdvice.signature(call.function()));
  }

  private void checkInfo(Expr argument) {
    if (!(argument instanceof InstantSelector selector)) {
      findings.add(argument.span(), "expected label selectors only", TypeAdvice.INFO);
    } else if (selector.name() != null) {
      findings.add(
          argument.span(),
          "expected label selectors only, got vector selector instead",
          TypeAdvice.INFO);
    }
  }

  private void expect(
      Expr expr, ValueType wanted, String context, @Nullable Call call, @Nullable String help) {
    ValueType got = check(expr);
    if (got != wanted) {
      findings.add(
          expr.span(),
          "expected type " + wanted.title() + " in " + context + ", got " + got.title(),
          help == null ? TypeAdvice.mismatch(expr, wanted, got, call) : help);
    }
  }

  private void check(InstantSelector selector) {
    String name = selector.name();
    if (name != null) {
      checkName(selector, name);
    } else if (!selector.trusted() && matchesEverything(selector)) {
      findings.add(
          selector.span(),
          "vector selector must contain at least one non-empty matcher",
          TypeAdvice.EMPTY_SELECTOR);
    }
  }

  // The last matcher is the one that stands for the name.
  private void checkName(InstantSelector selector, String name) {
    List<LabelMatcher> matchers = selector.matchers();
    for (LabelMatcher matcher : matchers.subList(0, matchers.size() - 1)) {
      if (matcher.name().equals(Labels.METRIC_NAME)) {
        findings.add(
            selector.span(),
            "metric name must not be set twice: "
                + GoQuote.quote(name)
                + " or "
                + GoQuote.quote(matcher.value()),
            null);
      }
    }
  }

  private static boolean matchesEverything(InstantSelector selector) {
    for (LabelMatcher matcher : selector.matchers()) {
      if (!matcher.matches("")) {
        return false;
      }
    }
    return true;
  }
}
