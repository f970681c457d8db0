package dev.firedrill.engine.function;

/// Computes a range function for the windows of a run of steps at a time. Runs follow each other in
/// the order of time.
public interface BatchKernel extends WindowKernel {
  /// {@return how many samples a window needs for a value}
  default int least() {
    return 1;
  }

  /// Computes the values of windows.
  ///
  /// @param results where the values go, by windows; those of windows with too few samples are of
  ///     no meaning
  void apply(WindowBatch windows, double[] results);
}
