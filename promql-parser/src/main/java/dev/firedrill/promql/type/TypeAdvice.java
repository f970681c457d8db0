package dev.firedrill.promql.type;

import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Call;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.ast.Expr.RangeSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to do where types do not fit.
final class TypeAdvice {
  static final String INFO =
      "the second argument of info() is a list of matchers, such as {x=\"y\"}";
  static final String EMPTY_SELECTOR =
      "this would select all series there are; name a metric or give a matcher that does not match"
          + " the empty string";
  static final String SET_OPERATOR =
      "and, or, unless join two instant vectors; compare numbers with 'bool', or wrap a number in"
          + " vector()";

  private static final String SWAPPED = "the two arguments look to be the wrong way round";

  private TypeAdvice() {}

  /// {@return help where the two arguments of an aggregation would fit the other way round}
  static @Nullable String swapped(
      @Nullable ValueType wanted, @Nullable Expr parameter, Expr operand) {
    return parameter != null
            && ValueTypes.of(operand) == wanted
            && ValueTypes.of(parameter) == ValueType.INSTANT_VECTOR
        ? SWAPPED
        : null;
  }

  /// {@return help where the two arguments of a call would fit the other way round}
  static @Nullable String swapped(Call call) {
    FunctionSignature function = call.function();
    if (call.arguments().size() != 2 || function.arguments().size() != 2) {
      return null;
    }
    ValueType first = ValueTypes.of(call.arguments().getFirst());
    ValueType second = ValueTypes.of(call.arguments().getLast());
    boolean fits = first == function.argument(1) && second == function.argument(0);
    return fits && first != second ? SWAPPED : null;
  }

  static String bool(BinaryOperator operator) {
    return "write '" + operator.symbol() + " bool' to get 0 or 1";
  }

  static @Nullable String subquery(ValueType inner) {
    return switch (inner) {
      case RANGE_VECTOR -> "apply a function such as rate() to the range before taking a subquery";
      case SCALAR -> "wrap the number in vector()";
      case STRING, INSTANT_VECTOR -> null;
    };
  }

  static @Nullable String side(Expr side, ValueType type) {
    return type == ValueType.RANGE_VECTOR ? withoutRange(side) : null;
  }

  static @Nullable String mismatch(
      Expr expr, ValueType wanted, ValueType got, @Nullable Call call) {
    String function = call == null ? "" : call.function().name();
    return switch (wanted) {
      case RANGE_VECTOR -> wantsRange(expr, got, function);
      case INSTANT_VECTOR -> wantsVector(expr, got);
      case SCALAR ->
          got == ValueType.INSTANT_VECTOR
              ? "scalar() turns a vector of one series into a number"
              : call == null ? null : signature(call.function());
      case STRING -> call == null ? "a quoted string is wanted here" : signature(call.function());
    };
  }

  private static @Nullable String wantsRange(Expr expr, ValueType got, String function) {
    if (expr instanceof InstantSelector) {
      return function + " wants a range vector: add a range such as [5m] to the selector";
    }
    return got == ValueType.INSTANT_VECTOR
        ? function + " wants a range vector: add a subquery such as [30m:1m]"
        : null;
  }

  private static @Nullable String wantsVector(Expr expr, ValueType got) {
    return switch (got) {
      case RANGE_VECTOR -> withoutRange(expr);
      case SCALAR -> "wrap the number in vector()";
      case STRING, INSTANT_VECTOR -> null;
    };
  }

  private static String withoutRange(Expr expr) {
    return expr instanceof RangeSelector
        ? "take the range away, or apply a function such as rate() to it"
        : "apply a function such as max_over_time() to the subquery";
  }

  /// {@return how a function is called}
  static String signature(FunctionSignature function) {
    StringBuilder out = new StringBuilder("usage: ").append(function.name()).append('(');
    List<ValueType> arguments = function.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      boolean last = i == arguments.size() - 1;
      boolean optional = last && function.variadic() != 0;
      out.append(optional ? "[" : "").append(i == 0 ? "" : ", ").append(arguments.get(i).title());
      boolean repeated = optional && function.variadic() != 1;
      out.append(repeated ? ", ..." : "").append(optional ? "]" : "");
    }
    return out.append(')').toString();
  }
}
