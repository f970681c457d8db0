package dev.firedrill.rules;

import java.util.Locale;
import java.util.Optional;

/// Who else reads files that look like Prometheus's rule files, told by the fields that only they
/// know.
public enum RuleDialect {
  /// Thanos Rule.
  THANOS("Thanos"),
  /// Grafana Mimir and Cortex.
  MIMIR("Mimir"),
  /// Loki: LogQL expressions.
  LOKI("Loki"),
  /// vmalert: MetricsQL or other expressions.
  VICTORIA_METRICS("VictoriaMetrics");

  private final String title;

  RuleDialect(String title) {
    this.title = title;
  }

  /// {@return the name as people write it}
  public String title() {
    return title;
  }

  /// {@return the name that settings use}
  public String word() {
    return title.toLowerCase(Locale.ROOT);
  }

  /// {@return whose field this is}
  static Optional<RuleDialect> ofField(String name) {
    return switch (name) {
      case "partial_response_strategy" -> Optional.of(THANOS);
      case "namespace",
          "source_tenants",
          "evaluation_delay",
          "align_evaluation_time_on_interval",
          "align_execution_time_on_interval" ->
          Optional.of(MIMIR);
      case "remote_write" -> Optional.of(LOKI);
      case "type",
          "params",
          "headers",
          "notifier_headers",
          "concurrency",
          "eval_offset",
          "eval_delay",
          "eval_alignment",
          "extra_filter_labels",
          "tenant",
          "debug",
          "update_entries_limit" ->
          Optional.of(VICTORIA_METRICS);
      default -> Optional.empty();
    };
  }

  /// {@return whether an expression that is no PromQL looks like LogQL: a line filter or a pipeline
  ///     after a stream selector}
  static boolean looksLikeLogQl(String expr) {
    int brace = expr.indexOf('}');
    if (!expr.contains("{") || brace < 0) {
      return false;
    }
    String rest = expr.substring(brace + 1).stripLeading();
    return rest.startsWith("|")
        || rest.startsWith("!= \"")
        || rest.contains("|=")
        || rest.contains("|~")
        || rest.contains("| json")
        || rest.contains("| logfmt")
        || rest.contains("| unwrap");
  }
}
