package dev.firedrill.rules.run;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A rule among all rules, and what it reads and writes.
///
/// @param position in the order of evaluation, over all groups
/// @param expr its expression
/// @param reads what the expression reads
/// @param labelReads what queries in templates of labels read
/// @param annotationReads what queries in templates of annotations read
/// @param output what it writes
/// @param hasVaryingLabels whether the labels of its alerts may differ from sample to sample
record RuleNode(
    int position,
    RuleGroup group,
    Rule rule,
    Expr expr,
    SeriesReads reads,
    SeriesReads labelReads,
    SeriesReads annotationReads,
    RuleOutput output,
    boolean hasVaryingLabels) {
  /// {@return a rule of a group}
  /// @throws IllegalArgumentException if the parser rejected its expression
  static RuleNode of(int position, RuleGroup group, Rule rule) {
    Expr expr = parsed(rule);
    List<LabelText> labels = new ArrayList<>();
    List<LabelText> annotations = new ArrayList<>();
    if (rule instanceof Rule.AlertingRule alert) {
      labels.addAll(group.labels());
      labels.addAll(alert.labels());
      annotations.addAll(alert.annotations());
    }
    return new RuleNode(
        position,
        group,
        rule,
        expr,
        SeriesReads.of(expr),
        TemplateReads.of(labels),
        TemplateReads.of(annotations),
        RuleOutput.of(rule, group),
        labels.stream().anyMatch(label -> label.value().text().contains("{{")));
  }

  private static Expr parsed(Rule rule) {
    if (rule.expr().result() instanceof ParseResult.Parsed parsed) {
      return parsed.expr();
    }
    throw new IllegalArgumentException("the expression was rejected: " + rule.name().value());
  }

  /// {@return milliseconds that the rule looks back}
  long offset() {
    Located<Duration> offset = group.queryOffset();
    return offset == null ? 0 : offset.value().toMillis();
  }

  /// {@return whether it is an alerting rule}
  boolean isAlert() {
    return rule instanceof Rule.AlertingRule;
  }
}
