package dev.firedrill.series.fault;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.series.TimeRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fault as it is written.
///
/// @param selector the text that says which series
/// @param matchers of the selector
/// @param number what is done with; 0 for faults without
/// @param marker whether series that are dropped end by a staleness marker
/// @param from when it begins; null for the start of what is replayed
/// @param length how long it lasts, in milliseconds; 0 where `until` says it, or nothing
/// @param until when it ends; null where `length` says it, or it goes on
public record FaultSpec(
    FaultKind kind,
    String selector,
    List<LabelMatcher> matchers,
    double number,
    boolean marker,
    @Nullable FaultTime from,
    long length,
    @Nullable FaultTime until) {
  public FaultSpec {
    matchers = List.copyOf(matchers);
  }

  /// {@return the fault at the times that are meant}
  /// @param replayed the first and the last time of what is replayed
  public Fault in(TimeRange replayed) {
    FaultTime start = from();
    FaultTime end = until();
    long first = start == null ? replayed.first() : start.in(replayed);
    long after = length > 0 ? first + length : end == null ? Long.MAX_VALUE : end.in(replayed);
    return new Fault(kind, matchers, number, marker, first, after);
  }
}
