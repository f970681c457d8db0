package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertTiming;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes what evaluates rules.
///
/// @param texts expands templates
record Evaluators(TextExpander texts) {
  /// {@return an evaluator of a rule that was not evaluated yet}
  /// @param annotated whether alerts get their annotations
  /// @param written whether anybody wants the series that alerts write
  RuleEvaluator of(RuleNode node, RuleQuery query, boolean annotated, boolean written) {
    Located<Integer> most = node.group().limit();
    int limit = most == null ? 0 : most.value();
    SortedMap<String, String> labels = texts(node.group().labels());
    labels.putAll(texts(node.rule().labels()));
    return switch (node.rule()) {
      case Rule.RecordingRule recording ->
          new RecordingEvaluator(recording, query, labels, limit, node.offset());
      case Rule.AlertingRule alerting ->
          new AlertingEvaluator(
              new AlertingEvaluator.Definition(
                  alerting,
                  new AlertTiming(
                      millis(alerting.holdDuration()), millis(alerting.keepFiringFor())),
                  labels,
                  annotated ? texts(alerting.annotations()) : new TreeMap<>(),
                  limit,
                  node.offset(),
                  written),
              query,
              texts);
    };
  }

  private static SortedMap<String, String> texts(List<LabelText> written) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (LabelText text : written) {
      texts.put(text.name().value(), text.value().text());
    }
    return texts;
  }

  private static long millis(@Nullable Located<Duration> duration) {
    return duration == null ? 0 : duration.value().toMillis();
  }
}
