package dev.firedrill.engine.function;

/// Computes a range function for several windows at a time, where it has to go over all samples of
/// each again.
///
/// Sums with compensation are a chain of additions, each of which waits for the one before. Going
/// over several windows in turn, the processor does the additions of one while those of another
/// wait. Each window has its own sums, in its own order, so the bits are the same.
public interface ManyWindows extends BatchKernel {
  /// Computes the values of windows that hold at least one sample each.
  ///
  /// @param from the indexes of the first samples inside
  /// @param to the indexes after the last samples inside
  /// @param count how many windows
  /// @param results where the values go
  void apply(int[] from, int[] to, int count, double[] results);

  @Override
  default void apply(WindowBatch windows, double[] results) {
    apply(windows.from(), windows.to(), windows.count(), results);
  }

  @Override
  default boolean apply(Window window) {
    double[] result = new double[1];
    apply(new int[] {window.from()}, new int[] {window.to()}, 1, result);
    return window.give(result[0]);
  }
}
