package dev.firedrill.engine.function;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Occurrences;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.series.Samples;
import java.util.HashSet;
import java.util.Set;

/// What the start timestamps of samples say of counters that began anew.
final class StartTimestamps {
  private StartTimestamps() {}

  /// {@return whether a counter began anew between a sample and the one before it}
  static boolean restarts(Samples samples, int index) {
    long start = samples.start(index);
    long before = samples.time(index - 1);
    if (start == 0 || start >= samples.time(index) || start < before) {
      return false;
    }
    if (start > before) {
      return true;
    }
    // A sample that starts where the one before it ends is a delta, unless that one knows no start
    // of its own.
    long startBefore = samples.start(index - 1);
    return startBefore != 0 && startBefore < before;
  }

  /// {@return whether a sample says that it started before the one before it was taken, though not
  ///     with that one}
  private static boolean overlaps(Samples samples, int index) {
    long start = samples.start(index);
    return start != 0 && start < samples.time(index - 1) && start != samples.start(index - 1);
  }

  private record Reported(Samples samples, long step) {}

  /// {@return a function that also warns of starts that cannot be}
  static RangeFunction checked(RangeFunction function, CallArguments call) {
    // Steps may be evaluated again, but count once.
    Set<Reported> reported = new HashSet<>();
    return samples -> {
      WindowKernel kernel = function.over(samples);
      if (!samples.mayHaveStarts()) {
        return kernel;
      }
      return window -> {
        if (anyOverlap(window) && reported.add(new Reported(samples, window.step()))) {
          String message =
              "sample has start time that overlaps with previous sample timestamp for metric "
                  + GoQuote.quote(window.metric());
          call.annotations().add(new Annotation(true, message, call.span(0)), Occurrences.ONE);
        }
        return kernel.apply(window);
      };
    };
  }

  private static boolean anyOverlap(Window window) {
    for (int i = window.from() + 1; i < window.to(); i++) {
      if (overlaps(window.samples(), i)) {
        return true;
      }
    }
    return false;
  }
}
