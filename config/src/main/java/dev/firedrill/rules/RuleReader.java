package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.Rule.RecordingRule;
import dev.firedrill.rules.RuleProblems.Place;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads rules, and has them checked.
final class RuleReader {
  private final RuleFileOptions options;
  private final RuleProblems problems;
  private final Set<RuleDialect> dialects;
  private final NewerSyntax newer;

  RuleReader(RuleFileOptions options, RuleProblems problems, Set<RuleDialect> dialects) {
    this.options = options;
    this.problems = problems;
    this.dialects = dialects;
    this.newer = new NewerSyntax(options.version(), problems);
  }

  /// {@return the rule; null if it has no name}
  /// @param index of the rule in its group, from 1
  @Nullable Rule read(YamlNode node, String group, int index) {
    YamlFields fields = YamlFields.of(node, "rulefmt.Rule", problems.decoding());
    Located<String> record = named(fields, "record");
    Located<String> alert = named(fields, "alert");
    SourceText text = fields.text("expr");
    Located<Duration> hold = fields.scalar("for", GroupReader::duration);
    Located<Duration> keep = fields.scalar("keep_firing_for", GroupReader::duration);
    List<LabelText> labels = fields.map("labels", LabelText::new);
    List<LabelText> annotations = fields.map("annotations", LabelText::new);
    GroupReader.finish(fields, options, dialects);

    Located<String> name = alert == null ? record : alert;
    Place place = new Place(group, index, name == null ? "" : name.value());
    SourceText source = text == null ? nothingAt(fields.location()) : text;
    ScalarNode scalar = fields.node("expr").orElse(null) instanceof ScalarNode found ? found : null;
    RuleExpr expr =
        new RuleExpr(source, options.expressions().parse(source.text(), options.promql()), scalar);
    noteLogQl(expr);
    new RuleChecks(place, fields, options, problems)
        .check(record, alert, expr, hold, keep, labels, annotations);
    newer.expr(expr);
    newer.rule(fields);
    if (alert != null) {
      return new AlertingRule(alert, expr, hold, keep, labels, annotations, fields.location());
    }
    return record == null ? null : new RecordingRule(record, expr, labels, fields.location());
  }

  /// An empty name is the same as none.
  private static @Nullable Located<String> named(YamlFields fields, String field) {
    Located<String> name = fields.string(field);
    return name == null || name.value().isEmpty() ? null : name;
  }

  private static SourceText nothingAt(Location place) {
    return SourceText.of(place.file(), Span.at(place.span().start()));
  }

  private void noteLogQl(RuleExpr expr) {
    if (expr.result() instanceof ParseResult.Rejected
        && RuleDialect.looksLikeLogQl(expr.source().text())) {
      dialects.add(RuleDialect.LOKI);
    }
  }

  /// {@return an error at a place of a rule}
  static Diagnostic invalid(String message, Location location) {
    return Diagnostic.error("rule/invalid", message, location);
  }
}
