package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.rules.RuleProblems.Place;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateError;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Prometheus checks of one rule, in its order and its words.
final class RuleChecks {
  private final Place place;
  private final YamlFields fields;
  private final RuleFileOptions options;
  private final RuleProblems problems;

  RuleChecks(Place place, YamlFields fields, RuleFileOptions options, RuleProblems problems) {
    this.place = place;
    this.fields = fields;
    this.options = options;
    this.problems = problems;
  }

  void check(
      @Nullable Located<String> record,
      @Nullable Located<String> alert,
      RuleExpr expr,
      @Nullable Located<Duration> hold,
      @Nullable Located<Duration> keep,
      List<LabelText> labels,
      List<LabelText> annotations) {
    names(record, alert);
    expr(expr);
    if (record != null) {
      recordFields(hold, keep, annotations);
      recordName(record);
    }
    labels.forEach(this::label);
    annotations.forEach(this::annotation);
    if (alert != null) {
      templates("label", labels);
      templates("annotation", annotations);
    }
  }

  private void names(@Nullable Located<String> record, @Nullable Located<String> alert) {
    if (record != null && alert != null) {
      report(
          Diagnostic.error(
                  "rule/invalid", "only one of 'record' and 'alert' must be set", alert.location())
              .withNote("the record is named here", record.location())
              .withHelp("make two rules of it"),
          "only one of 'record' and 'alert' must be set",
          written("record"),
          written("alert"));
    }
    if (record == null && alert == null) {
      String message = "one of 'record' or 'alert' must be set";
      report(
          RuleReader.invalid(message, fields.location())
              .withHelp("name the alert by 'alert: Name', or the metric by 'record: name'"),
          message,
          null,
          null);
    }
  }

  private void expr(RuleExpr expr) {
    if (expr.source().text().isEmpty()) {
      String message = "field 'expr' must be set in rule";
      Location there = fields.nodeOrNull("expr").map(YamlNode::written).orElse(null);
      report(
          RuleReader.invalid(message, fields.key("expr").map(YamlNode::written).orElse(first())),
          message,
          there);
    } else if (expr.result() instanceof ParseResult.Rejected rejected) {
      rejected(expr, rejected);
    }
  }

  private void rejected(RuleExpr expr, ParseResult.Rejected rejected) {
    boolean first = true;
    for (Diagnostic diagnostic : rejected.diagnostics(expr.source())) {
      if (first) {
        report(
            diagnostic,
            "could not parse expression: " + rejected.first().format(rejected.text()),
            written("expr"));
      } else {
        problems.unprinted(diagnostic);
      }
      first = false;
    }
  }

  private void recordFields(
      @Nullable Located<Duration> hold,
      @Nullable Located<Duration> keep,
      List<LabelText> annotations) {
    if (!annotations.isEmpty()) {
      misplaced("annotations");
    }
    if (hold != null && !hold.value().isZero()) {
      misplaced("for");
    }
    if (keep != null && !keep.value().isZero()) {
      misplaced("keep_firing_for");
    }
  }

  private void misplaced(String field) {
    String message = "invalid field '" + field + "' in recording rule";
    report(
        RuleReader.invalid(message, fields.key(field).map(YamlNode::written).orElse(first()))
            .withHelp("only alerting rules have it: remove it, or make this an alert"),
        message,
        written("record"));
  }

  private void recordName(Located<String> record) {
    if (!RuleNames.isRecord(record.value(), options.legacyNames())) {
      String message = "invalid recording rule name: " + record.value();
      report(RuleReader.invalid(message, record.location()), message, written("record"));
    }
    if (record.value().contains("{") || record.value().contains("}")) {
      String message =
          "braces present in the recording rule name; should it be in expr?: " + record.value();
      report(
          RuleReader.invalid(message, record.location())
              .withHelp("labels of the result go under 'labels:'"),
          message,
          written("record"));
    }
  }

  private void label(LabelText label) {
    if (!RuleNames.isLabel(label.name().value(), options.legacyNames())) {
      String message = "invalid label name: " + label.name().value();
      report(RuleNames.invalid(message, label.name().location()), message);
    }
    if (!RuleNames.isText(label.value().text())) {
      String message = "invalid label value: " + label.value().text();
      report(RuleNames.invalid(message, label.value().location()), message);
    }
  }

  private void annotation(LabelText annotation) {
    if (!RuleNames.isName(annotation.name().value(), options.legacyNames())) {
      String message = "invalid annotation name: " + annotation.name().value();
      report(RuleNames.invalid(message, annotation.name().location()), message);
    }
  }

  private void templates(String what, List<LabelText> texts) {
    for (LabelText text : texts) {
      TemplateResult result =
          Templates.parse(Templates.ruleName(place.name()), text.value().text(), Dialect.RULE);
      if (result instanceof TemplateResult.Rejected rejected) {
        TemplateError error = rejected.first();
        report(
            Diagnostic.error("template/syntax", error.message(), text.value().locate(error.span()))
                .withHelp(error.help()),
            what + " \"" + text.name().value() + "\": " + error.text());
      }
    }
  }

  private Location first() {
    return fields.location();
  }

  private @Nullable Location written(String field) {
    return fields.nodeOrNull(field).map(YamlNode::written).orElse(null);
  }

  private void report(
      Diagnostic diagnostic, String message, @Nullable Location... promtoolPositions) {
    List<@Nullable Location> positions = new ArrayList<>();
    for (Location position : promtoolPositions) {
      positions.add(position);
    }
    problems.group(diagnostic, place.message(message, positions));
  }
}
