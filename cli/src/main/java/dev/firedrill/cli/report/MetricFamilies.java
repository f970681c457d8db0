package dev.firedrill.cli.report;

import dev.firedrill.client.MetricMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What families metrics belong to, as OpenMetrics wants them named: a counter without `_total`, a
/// histogram without `_bucket`.
///
/// @param metadata by family, as a server gives it
public record MetricFamilies(Map<String, List<MetricMetadata>> metadata) {
  private static final List<String> PARTS = List.of("_bucket", "_count", "_sum", "_created");
  private static final Set<String> PLAIN = Set.of("gauge", "summary", "info", "stateset");

  public MetricFamilies {
    metadata = Map.copyOf(metadata);
  }

  /// A family.
  ///
  /// @param type as OpenMetrics names it
  public record Family(String name, String type) {}

  /// {@return the family of a metric; of its own name and unknown where nothing is known}
  public Family of(String metric) {
    if (metric.endsWith("_total")) {
      String base = without(metric, "_total");
      if (isType(metric, "counter") || isType(base, "counter")) {
        return new Family(base, "counter");
      }
    }
    for (String part : PARTS) {
      String base = without(metric, part);
      if (metric.endsWith(part) && (isType(base, "histogram") || isType(base, "summary"))) {
        return new Family(base, type(base));
      }
    }
    String type = type(metric);
    return new Family(metric, PLAIN.contains(type) ? type : "unknown");
  }

  private static String without(String metric, String ending) {
    int length = metric.length() - ending.length();
    return length > 0 ? metric.substring(0, length) : metric;
  }

  private boolean isType(String name, String type) {
    return type(name).equals(type);
  }

  private String type(String name) {
    List<MetricMetadata> said = metadata.getOrDefault(name, List.of());
    return said.isEmpty() ? "" : said.getFirst().type();
  }
}
