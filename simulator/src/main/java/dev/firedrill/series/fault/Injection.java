package dev.firedrill.series.fault;

/// A fault that was put into a source, and what it touched.
///
/// @param spec as it is written
/// @param fault with the times that are meant
/// @param series how many series have other samples now
/// @param samples how many of their samples are other ones, missing or new
/// @param made whether the series were not there before
public record Injection(FaultSpec spec, Fault fault, long series, long samples, boolean made) {
  static Injection of(FaultSpec spec, Fault fault, InjectedSource source) {
    return new Injection(spec, fault, source.series(), source.samples(), source.isMade());
  }
}
