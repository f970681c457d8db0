package dev.firedrill.lint.check.alert;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Findings;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.Node;
import dev.firedrill.template.References;
import dev.firedrill.template.References.Read;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import java.util.ArrayList;
import java.util.List;

/// A label or annotation of an alert as a template, and what it reads.
///
/// @param text as written
/// @param annotation whether it is an annotation rather than a label
/// @param references what the template uses
/// @param conditions the spans of what only decides which text is written
record AlertTemplate(
    LabelText text, boolean annotation, References references, List<Span> conditions) {
  /// Those of one alert.
  private record OfAlert(List<AlertTemplate> templates) {}

  /// {@return the labels and annotations of an alert that are valid templates}
  static List<AlertTemplate> of(AlertingRule rule, Findings findings) {
    return findings.once(rule, OfAlert.class, _ -> read(rule)).templates();
  }

  private static OfAlert read(AlertingRule rule) {
    List<AlertTemplate> templates = new ArrayList<>();
    add(rule, rule.labels(), false, templates);
    add(rule, rule.annotations(), true, templates);
    return new OfAlert(templates);
  }

  private static void add(
      AlertingRule rule, List<LabelText> texts, boolean annotation, List<AlertTemplate> templates) {
    for (LabelText text : texts) {
      if (!text.value().text().contains("{{")) {
        continue;
      }
      String name = Templates.ruleName(rule.name().value());
      if (Templates.parse(name, text.value().text(), Dialect.RULE)
          instanceof TemplateResult.Parsed parsed) {
        List<Span> conditions = new ArrayList<>();
        conditions(parsed.templates().main().body(), conditions);
        templates.add(
            new AlertTemplate(text, annotation, References.of(parsed.templates()), conditions));
      }
    }
  }

  /// {@return each read of a single label of the result}
  List<Read> labels() {
    return references.below("Labels").stream()
        .filter(read -> read.path().size() == 2 && !read.bound())
        .filter(read -> !read.name().equals(References.ELEMENT))
        .toList();
  }

  private static void conditions(Node.Body body, List<Span> spans) {
    for (Node node : body.nodes()) {
      switch (node) {
        case Node.If branch -> {
          spans.add(branch.condition().span());
          conditions(branch.then(), spans);
          conditions(branch.otherwise(), spans);
        }
        case Node.With with -> {
          conditions(with.then(), spans);
          conditions(with.otherwise(), spans);
        }
        case Node.Range range -> {
          conditions(range.body(), spans);
          conditions(range.otherwise(), spans);
        }
        case Node.Text _, Node.Action _, Node.TemplateCall _, Node.Break _, Node.Continue _ -> {
          // Nothing is asked.
        }
      }
    }
  }

  private boolean decides(Read read) {
    return conditions.stream().anyMatch(span -> span.contains(read.span().start()));
  }

  /// {@return each read of the value of the result that is written}
  List<Read> values() {
    return references.reads().stream()
        .filter(read -> read.path().size() == 1 && read.name().equals("Value"))
        .filter(read -> !decides(read))
        .toList();
  }

  /// {@return whether the text asks for the label before it shows it, as by `if` or `with`}
  boolean isGuarded(String label) {
    return references.below("Labels").stream()
        .filter(read -> read.path().size() == 2 && read.name().equals(label))
        .anyMatch(read -> read.bound() || decides(read));
  }

  /// {@return where a span of the template stands in the file}
  Location locate(Span span) {
    return text.value().locate(span);
  }
}
