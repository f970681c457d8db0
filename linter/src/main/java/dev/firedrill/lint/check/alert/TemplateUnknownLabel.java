package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.template.References.Read;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A label that the expression has dropped is empty in the message.
@AutoService(Check.class)
public final class TemplateUnknownLabel implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "template/unknown-label",
          Severity.ERROR,
          "`$labels.x` where the expression cannot carry `x`");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Flow flow = findings.flow(rule).orElse(null);
    if (flow == null) {
      return;
    }
    Map<String, Diagnostic> found = new LinkedHashMap<>();
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      for (Read read : template.labels()) {
        String label = read.name();
        if (flow.facts().labels().mayHave(label) || template.isGuarded(label)) {
          continue;
        }
        Location place = template.locate(read.span());
        Diagnostic first = found.get(label);
        found.put(
            label,
            first == null
                ? finding(label, place, rule, flow, findings)
                : first.withNote("and here", place));
      }
    }
    found.values().forEach(findings::add);
  }

  private static Diagnostic finding(
      String label, Location place, AlertingRule rule, Flow flow, Findings findings) {
    Diagnostic diagnostic =
        findings.at(place, "the result of the expression has no label `" + label + "`");
    Expr loser = flow.lost(label).orElse(null);
    if (loser != null) {
      Location dropped = rule.expr().source().locate(loser.span());
      diagnostic = diagnostic.withNote("it carries " + carried(flow.facts().labels()), dropped);
    }
    return diagnostic.withHelp(help(label, flow.facts().labels()));
  }

  private static String carried(LabelFlow labels) {
    if (labels.open()) {
      return "others, but not this one";
    }
    List<String> names = names(labels);
    return names.isEmpty() ? "no labels" : "only " + String.join(", ", names);
  }

  private static String help(String label, LabelFlow labels) {
    Optional<String> near =
        labels.open() ? Optional.empty() : Spelling.nearest(label, names(labels));
    return near.map(name -> "did you mean `" + name + "`?")
        .orElse("keep the label in the expression, or leave it out of the text");
  }

  private static List<String> names(LabelFlow labels) {
    return labels.named().stream()
        .filter(name -> !name.equals(Labels.METRIC_NAME))
        .sorted()
        .toList();
  }
}
