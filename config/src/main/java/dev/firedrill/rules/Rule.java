package dev.firedrill.rules;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule of a group.
public sealed interface Rule {
  /// {@return the name of the alert or of the recorded metric}
  Located<String> name();

  /// {@return the expression}
  RuleExpr expr();

  /// {@return the rule's own labels as written, without those of its group}
  List<LabelText> labels();

  /// {@return the whole rule}
  Location location();

  /// An alerting rule.
  ///
  /// @param holdDuration `for`: how long the expression must hold; null where none is written
  /// @param keepFiringFor how long the alert stays after the expression no longer holds; null where
  ///     none is written
  record AlertingRule(
      Located<String> name,
      RuleExpr expr,
      @Nullable Located<Duration> holdDuration,
      @Nullable Located<Duration> keepFiringFor,
      List<LabelText> labels,
      List<LabelText> annotations,
      Location location)
      implements Rule {
    public AlertingRule {
      labels = List.copyOf(labels);
      annotations = List.copyOf(annotations);
    }
  }

  /// A recording rule.
  record RecordingRule(
      Located<String> name, RuleExpr expr, List<LabelText> labels, Location location)
      implements Rule {
    public RecordingRule {
      labels = List.copyOf(labels);
    }
  }
}
