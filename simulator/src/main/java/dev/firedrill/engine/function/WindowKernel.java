package dev.firedrill.engine.function;

/// Computes a range function for one series, window by window in the order of time. It may keep
/// what it knows from window to window.
@FunctionalInterface
public interface WindowKernel {
  /// Computes the value for a window that holds at least one sample.
  ///
  /// @return whether there is a value, which [Window#give] has taken
  boolean apply(Window window);
}
