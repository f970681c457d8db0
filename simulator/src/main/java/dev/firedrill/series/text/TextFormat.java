package dev.firedrill.series.text;

/// The text formats in which metrics are exposed and dumped.
public enum TextFormat {
  /// OpenMetrics 1.0: strict spacing, times in seconds, `# EOF` at the end.
  OPENMETRICS,
  /// Prometheus's own: free spacing, times in milliseconds.
  PROMETHEUS
}
