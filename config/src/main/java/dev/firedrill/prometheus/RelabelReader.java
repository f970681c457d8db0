package dev.firedrill.prometheus;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Utf8;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads rules of relabelling as Prometheus does, with its words for what is wrong.
final class RelabelReader {
  private final YamlProblems problems;
  private final YamlProblems checks;

  /// @param problems what is found while the file is decoded
  /// @param checks what is found once it is
  RelabelReader(YamlProblems problems, YamlProblems checks) {
    this.problems = problems;
    this.checks = checks;
  }

  /// {@return the rules under a field; those that are wrong are left out}
  ///
  /// @param what they are for, as Prometheus's message about a null names it
  List<RelabelRule> rules(YamlFields parent, String field, String what) {
    return parent.list(field, "*relabel.Config", node -> rule(node, what));
  }

  private @Nullable RelabelRule rule(YamlNode node, String what) {
    if (YamlValues.isNull(node)) {
      checks.value(
          PrometheusReader.CHECK, "empty or null " + what + " relabeling rule", node.written());
      return null;
    }
    YamlFields fields = YamlFields.of(node, "relabel.plain", problems);
    List<String> sources = sourceLabels(fields);
    SourceText separator = fields.text("separator");
    SourceText regex = fields.text("regex");
    Located<BigInteger> modulus = fields.unsigned("modulus");
    boolean counted = modulus != null || fields.node("modulus").isEmpty();
    SourceText target = fields.text("target_label");
    SourceText replacement = fields.text("replacement");
    RelabelAction action = action(fields);
    fields.finish();
    boolean valid = regex == null || compiles(regex);
    if (action == null || sources == null || !counted || !valid) {
      return null;
    }
    RelabelRule rule =
        new RelabelRule(
            action,
            sources,
            separator == null ? RelabelRule.SEPARATOR : separator.text(),
            regex == null ? RelabelRule.ANYTHING : regex.text(),
            modulus == null ? BigInteger.ZERO : modulus.value(),
            target == null ? "" : target.text(),
            replacement == null ? RelabelRule.WHOLE : replacement.text(),
            fields.location());
    String refused =
        RelabelRules.refusal(rule, fields.node("source_labels").isPresent(), regex != null)
            .orElse(null);
    if (refused != null) {
      checks.value(PrometheusReader.CHECK, refused, place(fields));
      return null;
    }
    return rule;
  }

  private static Location place(YamlFields fields) {
    return fields.node("action").map(YamlNode::written).orElseGet(fields::location);
  }

  private @Nullable RelabelAction action(YamlFields fields) {
    SourceText word = fields.text("action");
    if (word == null) {
      return fields.node("action").isPresent() ? null : RelabelAction.REPLACE;
    }
    Optional<RelabelAction> action = RelabelAction.of(word.text());
    if (action.isEmpty()) {
      String message = "unknown relabel action " + GoQuote.quote(word.text());
      List<String> words = Arrays.stream(RelabelAction.values()).map(RelabelAction::word).toList();
      String help =
          Spelling.nearest(word.text(), words)
              .map(near -> "did you mean " + near + "?")
              .orElse("there are " + String.join(", ", words));
      problems.value(
          Diagnostic.error(PrometheusReader.CHECK, message, word.location()).withHelp(help),
          message);
    }
    return action.orElse(null);
  }

  private @Nullable List<String> sourceLabels(YamlFields fields) {
    YamlNode node = fields.node("source_labels").orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode)) {
      new YamlValues(problems).wrongType(node, "model.LabelNames", "a list");
      return null;
    }
    List<String> names = new ArrayList<>();
    boolean valid = true;
    for (SourceText name : fields.strings("source_labels")) {
      if (name.text().isEmpty() || !Utf8.isValid(name.text())) {
        problems.value(
            PrometheusReader.CHECK,
            GoQuote.quote(name.text()) + " is not a valid label name",
            name.location());
        valid = false;
      }
      names.add(name.text());
    }
    return valid ? names : null;
  }

  private boolean compiles(SourceText regex) {
    try {
      RelabelRule.compile(regex.text());
      return true;
    } catch (PatternSyntaxException e) {
      problems.value(PrometheusReader.CHECK, String.valueOf(e.getMessage()), regex.location());
      return false;
    }
  }
}
