package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.Constant;
import dev.firedrill.engine.operator.ElementKernel;
import dev.firedrill.engine.operator.MapElements;
import dev.firedrill.engine.operator.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// Functions of the value of each element.
final class MathFunctions {
  private MathFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("abs", unary(Math::abs));
    plans.put("ceil", unary(Math::ceil));
    plans.put("floor", unary(Math::floor));
    plans.put("sqrt", unary(Math::sqrt));
    plans.put("exp", unary(GoMath::exp));
    plans.put("ln", unary(GoMath::log));
    plans.put("log2", unary(GoMath::log2));
    plans.put("log10", unary(GoMath::log10));
    plans.put("sgn", unary(value -> value < 0 ? -1 : value > 0 ? 1 : value));
    plans.put("rad", unary(value -> value * Math.PI / 180));
    plans.put("deg", unary(value -> value * 180 / Math.PI));
    plans.put("round", MathFunctions::round);
    plans.put("clamp", call -> map(call, new Clamp(), call.operator(1), call.operator(2)));
    plans.put("clamp_min", MathFunctions::clampMin);
    plans.put("clamp_max", MathFunctions::clampMax);
    plans.put("sin", unary(GoTrigonometry::sin));
    plans.put("cos", unary(GoTrigonometry::cos));
    plans.put("tan", unary(GoTrigonometry::tan));
    plans.put("asin", unary(GoArcs::asin));
    plans.put("acos", unary(GoArcs::acos));
    plans.put("atan", unary(GoArcs::atan));
    plans.put("sinh", unary(GoHyperbolic::sinh));
    plans.put("cosh", unary(GoHyperbolic::cosh));
    plans.put("tanh", unary(GoHyperbolic::tanh));
    plans.put("asinh", unary(GoMath::asinh));
    plans.put("acosh", unary(GoMath::acosh));
    plans.put("atanh", unary(GoMath::atanh));
    plans.put("pi", call -> new Constant(Math.PI));
  }

  /// The plan of a function of the value alone.
  static FunctionPlan unary(DoubleUnaryOperator function) {
    return call -> map(call, (value, first, second) -> function.applyAsDouble(value));
  }

  private static Operator map(CallArguments call, ElementKernel kernel, Operator... parameters) {
    return new MapElements(
        call.name(), kernel, call.operator(0), List.of(parameters), call.names(), call.span());
  }

  private static Operator round(CallArguments call) {
    List<Operator> parameters = new ArrayList<>();
    parameters.add(call.count() > 1 ? call.operator(1) : new Constant(1));
    ElementKernel kernel =
        (value, nearest, _) -> {
          double inverse = 1.0 / nearest;
          return Math.floor(value * inverse + 0.5) / inverse;
        };
    return new MapElements(
        call.name(), kernel, call.operator(0), parameters, call.names(), call.span());
  }

  private static Operator clampMin(CallArguments call) {
    Constant none = new Constant(Double.POSITIVE_INFINITY);
    return map(call, new Clamp(), call.operator(1), none);
  }

  private static Operator clampMax(CallArguments call) {
    Constant none = new Constant(Double.NEGATIVE_INFINITY);
    return map(call, new Clamp(), none, call.operator(1));
  }

  private record Clamp() implements ElementKernel {
    @Override
    public double apply(double value, double min, double max) {
      return GoMath.max(min, GoMath.min(max, value));
    }

    @Override
    public boolean accepts(double min, double max) {
      return !(max < min);
    }
  }
}
