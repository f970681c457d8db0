package dev.firedrill.lint;

import dev.firedrill.client.MetricMetadata;
import dev.firedrill.promql.flow.MetricKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What targets say of their metrics.
///
/// A server names the family: of a histogram without `_bucket`, `_count` and `_sum`, of a counter
/// sometimes without `_total`.
///
/// @param metadata by family
public record DeclaredTypes(Map<String, List<MetricMetadata>> metadata) implements MetricTypes {
  private static final String[] PARTS = {"_bucket", "_count", "_sum"};

  public DeclaredTypes {
    metadata = Map.copyOf(metadata);
  }

  @Override
  public Optional<MetricKind> of(String metric) {
    return whole(metric).or(() -> total(metric)).or(() -> part(metric));
  }

  private Optional<MetricKind> whole(String metric) {
    return switch (type(metric)) {
      case "counter", "histogram" -> Optional.of(MetricKind.COUNTER);
      case "gauge", "gaugehistogram", "summary", "info", "stateset" ->
          Optional.of(MetricKind.GAUGE);
      default -> Optional.empty();
    };
  }

  private Optional<MetricKind> total(String metric) {
    return metric.endsWith("_total") && type(without(metric, "_total")).equals("counter")
        ? Optional.of(MetricKind.COUNTER)
        : Optional.empty();
  }

  private Optional<MetricKind> part(String metric) {
    for (String part : PARTS) {
      if (metric.endsWith(part)) {
        return switch (type(without(metric, part))) {
          case "histogram", "summary" -> Optional.of(MetricKind.COUNTER);
          case "gaugehistogram" -> Optional.of(MetricKind.GAUGE);
          default -> Optional.empty();
        };
      }
    }
    return Optional.empty();
  }

  private static String without(String metric, String ending) {
    return metric.substring(0, metric.length() - ending.length());
  }

  /// The type that all targets agree on; empty where there is none.
  private String type(String family) {
    String type = "";
    for (MetricMetadata one : metadata.getOrDefault(family, List.of())) {
      if (!type.isEmpty() && !type.equals(one.type())) {
        return "";
      }
      type = one.type();
    }
    return type;
  }
}
