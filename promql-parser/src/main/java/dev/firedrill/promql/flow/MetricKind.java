package dev.firedrill.promql.flow;

/// How the values of series behave over time, as far as names and functions tell.
public enum MetricKind {
  /// Only goes up, save for resets.
  COUNTER,
  /// Goes up and down.
  GAUGE,
  /// Not known.
  UNKNOWN;

  private static final String[] COUNTERS = {
    "_total", "_bucket", "_seconds_count", "_seconds_sum", "_bytes_count", "_bytes_sum"
  };
  private static final String[] GAUGES = {
    "_ratio",
    "_percent",
    "_percentage",
    "_celsius",
    "_temperature",
    "_utilization",
    "_timestamp_seconds",
    "_info",
    "_free_bytes",
    "_avail_bytes",
    "_available_bytes",
    "_used_bytes",
    "_size_bytes",
    "_limit_bytes",
    "_memory_bytes",
    "_in_progress",
    "_queue_length",
    "_queue_depth",
    "_queue_size"
  };

  private static final String[] STATES = {
    "active",
    "pending",
    "waiting",
    "running",
    "current",
    "open",
    "in_flight",
    "inflight",
    "queued",
    "backlog",
    "unapplied",
    "incidents",
    "files",
    "not_backed_up",
    "available",
    "connected",
    "free",
    "outstanding",
    "in_use",
    "unhealthy",
    "healthy"
  };

  /// {@return what a metric's name says it is}
  public static MetricKind ofMetric(String metric) {
    // The name of a record says how it was computed, and any suffix may be part of that.
    if (metric.indexOf(':') >= 0) {
      return UNKNOWN;
    }
    if (metric.equals("up") || endsWithAny(metric, GAUGES)) {
      return GAUGE;
    }
    return endsWithAny(metric, COUNTERS) && !tellsState(metric) ? COUNTER : UNKNOWN;
  }

  // How many there are now is often called a total, too.
  private static boolean tellsState(String metric) {
    for (String word : STATES) {
      int at = metric.indexOf(word);
      int end = at + word.length();
      boolean starts = at == 0 || (at > 0 && metric.charAt(at - 1) == '_');
      if (starts && (end == metric.length() || metric.charAt(end) == '_')) {
        return metric.endsWith("_total");
      }
    }
    return false;
  }

  private static boolean endsWithAny(String metric, String[] endings) {
    for (String ending : endings) {
      if (metric.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /// {@return what holds for series that are either this or `other`}
  MetricKind or(MetricKind other) {
    return this == other ? this : UNKNOWN;
  }
}
