package dev.firedrill.rules.run;

import dev.firedrill.alert.AlertTiming;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.Engine;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes groups ready to be evaluated.
///
/// @param source what the rules read; what they write is to be among it
/// @param store takes what the rules write
/// @param texts expands templates
/// @param interval milliseconds between the evaluations of a group that does not say
public record RuleRun(
    Engine engine, SeriesSource source, SeriesStore store, TextExpander texts, long interval) {
  /// {@return a group ready to be evaluated}
  /// @throws IllegalArgumentException if an expression of the group was rejected by the parser
  public GroupRunner prepare(RuleGroup group) {
    long offset = millis(group.queryOffset());
    Located<Duration> own = group.interval();
    List<RuleEvaluator> evaluators = new ArrayList<>();
    for (Rule rule : group.rules()) {
      evaluators.add(evaluator(rule, group, offset));
    }
    long every = own == null || own.value().isZero() ? interval : own.value().toMillis();
    return new GroupRunner(group, every, offset, evaluators, store);
  }

  private RuleEvaluator evaluator(Rule rule, RuleGroup group, long offset) {
    RuleQuery query = new StepQuery(engine, source, parsed(rule).expr());
    Located<Integer> written = group.limit();
    int limit = written == null ? 0 : written.value();
    SortedMap<String, String> labels = texts(group.labels());
    labels.putAll(texts(rule.labels()));
    return switch (rule) {
      case Rule.RecordingRule recording ->
          new RecordingEvaluator(recording, query, labels, limit, offset);
      case Rule.AlertingRule alerting ->
          new AlertingEvaluator(
              new AlertingEvaluator.Definition(
                  alerting,
                  new AlertTiming(
                      millis(alerting.holdDuration()), millis(alerting.keepFiringFor())),
                  labels,
                  texts(alerting.annotations()),
                  limit,
                  offset),
              query,
              texts);
    };
  }

  private static ParseResult.Parsed parsed(Rule rule) {
    if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
      return parsed;
    }
    throw new IllegalArgumentException("the expression was rejected: " + rule.name().value());
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
