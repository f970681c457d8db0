package dev.firedrill.series.fault;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.Optional;

/// A fault of some series for some time.
///
/// @param matchers which series
/// @param number what is done with; 0 for faults without
/// @param marker whether series that are dropped end by a staleness marker
/// @param first when it begins, in epoch milliseconds
/// @param end when it has ended, in epoch milliseconds; [Long#MAX_VALUE] where it goes on
public record Fault(
    FaultKind kind,
    List<LabelMatcher> matchers,
    double number,
    boolean marker,
    long first,
    long end) {
  public Fault {
    matchers = List.copyOf(matchers);
  }

  /// {@return whether it is there at a time}
  /// @param time epoch milliseconds
  public boolean holdsAt(long time) {
    return time >= first && time < end;
  }

  /// {@return the one series that the matchers describe in full; empty where they ask for anything
  ///     but the values of labels, or for no metric}
  Optional<Labels> series() {
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    for (LabelMatcher matcher : matchers) {
      if (matcher.operator() != Operator.EQUAL || matcher.value().isEmpty()) {
        return Optional.empty();
      }
      labels.set(matcher.name(), matcher.value());
    }
    Labels described = labels.build();
    return described.has(Labels.METRIC_NAME) ? Optional.of(described) : Optional.empty();
  }
}
