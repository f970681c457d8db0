package dev.firedrill.rules.compare;

import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A rule in its group, which has a say in its labels and in when it is evaluated.
public record GroupedRule(RuleGroup group, Rule rule) {
  /// {@return the rules of some files, in order}
  public static List<GroupedRule> of(List<RuleFile> files) {
    List<GroupedRule> rules = new ArrayList<>();
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        group.rules().forEach(rule -> rules.add(new GroupedRule(group, rule)));
      }
    }
    return rules;
  }

  /// {@return the name of the alert or of the recorded metric}
  public String name() {
    return rule.name().value();
  }

  /// {@return whether it is an alerting rule}
  public boolean alerting() {
    return rule instanceof Rule.AlertingRule;
  }

  /// {@return the labels as written, those of the group among them; a rule's own labels win}
  public SortedMap<String, String> labels() {
    SortedMap<String, String> labels = new TreeMap<>(texts(group.labels()));
    labels.putAll(texts(rule.labels()));
    return labels;
  }

  /// {@return the annotations as written; none where the rule records}
  public SortedMap<String, String> annotations() {
    return rule instanceof Rule.AlertingRule alert ? texts(alert.annotations()) : new TreeMap<>();
  }

  /// {@return the expression as Prometheus prints it, so that layout makes no difference; as
  ///     written where it is not valid}
  public String expr() {
    return rule.expr().result() instanceof Parsed parsed
        ? Printer.print(parsed.expr())
        : rule.expr().source().text().strip();
  }

  private static SortedMap<String, String> texts(List<LabelText> written) {
    SortedMap<String, String> texts = new TreeMap<>();
    written.forEach(each -> texts.put(each.name().value(), each.value().text()));
    return texts;
  }
}
