package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.Operator;

/// How a call of a function becomes an operator.
@FunctionalInterface
public interface FunctionPlan {
  /// {@return the operator for a call}
  Operator plan(CallArguments call);
}
