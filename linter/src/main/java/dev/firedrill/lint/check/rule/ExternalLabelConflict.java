package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleCheck;
import dev.firedrill.lint.Server;
import dev.firedrill.lint.check.alert.ExternalLabelReads;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.Map;
import java.util.TreeSet;

/// Prometheus adds external labels to what it sends, but never over a label that is there.
@AutoService(Check.class)
public final class ExternalLabelConflict implements RuleCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "prometheus/external-label-conflict",
          Severity.WARNING,
          "rule label that hides an external label, or one that is not configured");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Rule rule, RuleGroup group, Findings findings) {
    Server server = findings.rules().server();
    Map<String, String> external = server.externalLabels();
    for (LabelText label : rule.labels()) {
      hides(label, external, findings);
    }
    if (rule.equals(group.rules().getFirst())) {
      for (LabelText label : group.labels()) {
        hides(label, external, findings);
      }
    }
    if (rule instanceof AlertingRule alert && (server.known() || !external.isEmpty())) {
      unknown(alert, external, findings);
    }
  }

  private static void hides(LabelText label, Map<String, String> external, Findings findings) {
    String name = label.name().value();
    String value = external.get(name);
    if (value == null || value.equals(label.value().text())) {
      return;
    }
    findings.add(
        findings
            .at(
                label.name().location(),
                "this label hides the external label `" + name + "=\"" + value + "\"`")
            .withHelp("name it otherwise: an external label never replaces one that is there"));
  }

  private static void unknown(AlertingRule alert, Map<String, String> external, Findings findings) {
    for (ExternalLabelReads.Read read : ExternalLabelReads.of(alert, findings)) {
      if (!external.containsKey(read.label())) {
        Diagnostic finding =
            findings.at(
                read.location(),
                "no external label `" + read.label() + "` is configured: this prints nothing");
        findings.add(
            finding.withHelp(
                external.isEmpty()
                    ? "add it under `external_labels`"
                    : "configured: " + String.join(", ", new TreeSet<>(external.keySet()))));
      }
    }
  }
}
