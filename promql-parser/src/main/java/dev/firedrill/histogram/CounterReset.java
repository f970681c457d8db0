package dev.firedrill.histogram;

/// Finds counter resets between histograms, as Prometheus's `DetectReset` does: a histogram that
/// can not come from the one before by more observations. Sums are never looked at.
final class CounterReset {
  private CounterReset() {}

  static boolean between(NativeHistogram previous, NativeHistogram current) {
    if (current.hint() == CounterResetHint.COUNTER_RESET) {
      return true;
    }
    if (current.hint() == CounterResetHint.NOT_COUNTER_RESET) {
      return false;
    }
    if (current.count() < previous.count()) {
      return true;
    }
    if (current.needsReconciling(previous)) {
      return lessAtSharedBounds(previous, current);
    }
    if ((current.hasCustomBounds() && !previous.hasCustomBounds())
        || current.schema() > previous.schema()
        || current.zeroThreshold() < previous.zeroThreshold()) {
      return true;
    }
    return lessZeros(previous, current) || lessBuckets(previous, current);
  }

  private static boolean lessAtSharedBounds(NativeHistogram previous, NativeHistogram current) {
    double[] before = sums(previous, current, previous);
    double[] now = sums(previous, current, current);
    for (int i = 0; i < now.length; i++) {
      if (now[i] < before[i]) {
        return true;
      }
    }
    return false;
  }

  private static double[] sums(
      NativeHistogram previous, NativeHistogram current, NativeHistogram source) {
    SharedBounds shared = new SharedBounds(current.customBounds(), previous.customBounds());
    shared.add(source, CompensatedBuckets.of(source.positive()), 1);
    return shared.sums();
  }

  private static boolean lessZeros(NativeHistogram previous, NativeHistogram current) {
    ZeroBuckets.Widened zeros =
        ZeroBuckets.widen(CompensatedHistogram.of(previous), current.zeroThreshold());
    return zeros.threshold() != current.zeroThreshold() || current.zeroCount() < zeros.count();
  }

  private static boolean lessBuckets(NativeHistogram previous, NativeHistogram current) {
    NativeHistogram before = previous.toSchema(current.schema());
    return less(before.positive(), current, current.positive())
        || less(before.negative(), current, current.negative());
  }

  private static boolean less(Buckets before, NativeHistogram current, Buckets now) {
    int[] indexesBefore = before.indexes();
    int[] indexesNow = now.indexes();
    int next = 0;
    for (int i = HistogramSum.firstOutsideZero(current, before); i < before.size(); i++) {
      while (next < indexesNow.length && indexesNow[next] < indexesBefore[i]) {
        next++;
      }
      boolean missing = next == indexesNow.length || indexesNow[next] != indexesBefore[i];
      if (missing ? before.count(i) != 0 : now.count(next) < before.count(i)) {
        return true;
      }
    }
    return false;
  }
}
