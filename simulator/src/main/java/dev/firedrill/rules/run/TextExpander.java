package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;

/// Expands the templates in labels and annotations of alerting rules.
@FunctionalInterface
public interface TextExpander {
  /// {@return the text that a template comes to; where it fails, Prometheus's words for that}
  /// @param alert the name of the alert
  /// @param text the template as written
  /// @param sample what the expression yielded, the metric name among its labels
  /// @param time of the evaluation, in epoch milliseconds
  String expand(String alert, String text, QueryResult.Sample sample, long time);

  /// {@return an expander that takes only texts without templates}
  /// @throws IllegalArgumentException when it is given a template
  static TextExpander literal() {
    return (alert, text, sample, time) -> {
      if (text.contains("{{")) {
        throw new IllegalArgumentException("a template in alert " + alert + ": " + text);
      }
      return text;
    };
  }
}
