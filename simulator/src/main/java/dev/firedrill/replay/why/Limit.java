package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The threshold with which values are compared.
record Limit(double value) {
  /// {@return samples nearest to the limit first; in their order where there is none}
  static List<Sample> sorted(List<Sample> samples, @Nullable Limit limit) {
    if (limit == null || Double.isNaN(limit.value())) {
      return samples;
    }
    List<Sample> sorted = new ArrayList<>(samples);
    // Not-a-number is far from everything: it compares as greater than all.
    sorted.sort(Comparator.comparingDouble(each -> Math.abs(each.value() - limit.value())));
    return sorted;
  }
}
