package dev.firedrill.engine.operator;

/// Gathers the values of one group at one step.
public interface Accumulator {
  /// Begins a step with its first value.
  ///
  /// @param parameter the parameter of the aggregation at this step; 0 where it takes none
  void start(double value, double parameter);

  /// Adds another value.
  void add(double value);

  /// {@return what the values come to}
  double result();
}
