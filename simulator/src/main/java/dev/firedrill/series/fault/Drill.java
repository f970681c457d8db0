package dev.firedrill.series.fault;

import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;

/// A source with faults put into it, one after the other.
///
/// @param source as if the faults had happened when the series were recorded
/// @param injections what was done, in order
public record Drill(SeriesSource source, List<Injection> injections) {
  public Drill {
    injections = List.copyOf(injections);
  }

  /// {@return a source with faults}
  /// @param replayed the time that relative times are within
  public static Drill of(SeriesSource source, List<FaultSpec> faults, TimeRange replayed) {
    SeriesSource injected = source;
    List<Injection> injections = new ArrayList<>();
    for (FaultSpec spec : faults) {
      Fault fault = spec.in(replayed);
      InjectedSource next = InjectedSource.of(injected, fault);
      injections.add(Injection.of(spec, fault, next));
      injected = next;
    }
    return new Drill(injected, injections);
  }
}
