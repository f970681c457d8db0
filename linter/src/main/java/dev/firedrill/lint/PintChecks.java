package dev.firedrill.lint;

import java.util.Map;
import java.util.Set;

/// What the checks of pint are called here.
final class PintChecks {
  private static final Map<String, Set<String>> NAMES =
      Map.ofEntries(
          Map.entry("alerts/absent", Set.of("for/absent")),
          Map.entry(
              "alerts/annotation",
              Set.of("annotation/required", "annotation/runbook", "annotation/empty")),
          Map.entry(
              "alerts/comparison",
              Set.of("threshold/missing", "threshold/constant", "threshold/bool")),
          Map.entry("alerts/count", Set.of("online/alerts-count")),
          Map.entry("alerts/external_labels", Set.of("online/label-conflict")),
          Map.entry("alerts/for", Set.of("for/no-effect")),
          Map.entry(
              "alerts/template",
              Set.of(
                  "template/unknown-label",
                  "label/value-in-label",
                  "template/humanize",
                  "template/syntax")),
          Map.entry("labels/conflict", Set.of("online/label-conflict")),
          Map.entry("promql/aggregate", Set.of("promql/aggregation-labels")),
          Map.entry("promql/counter", Set.of("promql/counter-raw", "threshold/never-resolves")),
          Map.entry("promql/offset", Set.of("promql/unary-offset")),
          Map.entry(
              "promql/rate",
              Set.of("range/too-short", "promql/rate-of-gauge", "promql/rate-after-sum")),
          Map.entry("promql/range_query", Set.of("range/too-long")),
          Map.entry("promql/regexp", Set.of("promql/regex")),
          Map.entry("promql/series", Set.of("online/series")),
          Map.entry("promql/vector_matching", Set.of("promql/vector-matching")),
          Map.entry("query/cost", Set.of("online/cost", "promql/cost")),
          Map.entry("rule/for", Set.of("for/limits")),
          Map.entry("rule/label", Set.of("label/required")),
          Map.entry("rule/link", Set.of("online/runbook")));

  private PintChecks() {}

  /// {@return the ids here of a check of pint, named with or without parameters in parentheses; its
  ///     own name where it is not known, since many are the same}
  static Set<String> of(String pint) {
    int paren = pint.indexOf('(');
    String name = paren < 0 ? pint : pint.substring(0, paren);
    return NAMES.getOrDefault(name, Set.of(name));
  }
}
