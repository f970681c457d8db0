package dev.firedrill.benchmark;

import dev.firedrill.series.SeriesStore;

/// Says how much memory a week of samples takes, labels and index included.
public final class MemoryOfSamples {
  private static final int SERIES = 200;

  private MemoryOfSamples() {}

  /// Records series and prints the bytes that a sample takes.
  public static void main(String[] args) {
    long before = used();
    SeriesStore store = RecordedWeek.of("load", SERIES);
    long bytes = used() - before;
    long samples = store.sampleCount();
    System.out.printf(
        "%d samples of %d series: %d bytes, %.3f bytes a sample%n",
        samples, store.size(), bytes, (double) bytes / samples);
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
