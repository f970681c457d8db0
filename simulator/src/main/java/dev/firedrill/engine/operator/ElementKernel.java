package dev.firedrill.engine.operator;

/// A function from the value of an element, and up to two numbers of the step, to a new value.
@FunctionalInterface
public interface ElementKernel {
  /// {@return the new value}
  double apply(double value, double first, double second);

  /// {@return whether there is any result at a step with these numbers}
  default boolean accepts(double first, double second) {
    return true;
  }
}
