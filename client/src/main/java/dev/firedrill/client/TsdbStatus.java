package dev.firedrill.client;

import java.util.Map;

/// What is in the memory of a server.
///
/// @param series how many there are
/// @param minTime of their samples, in epoch milliseconds
/// @param maxTime of their samples, in epoch milliseconds
/// @param seriesByMetric the metrics with most series
public record TsdbStatus(
    long series, long minTime, long maxTime, Map<String, Long> seriesByMetric) {
  public TsdbStatus {
    seriesByMetric = Map.copyOf(seriesByMetric);
  }
}
