package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.template.References.FunctionUse;
import dev.firedrill.template.References.Read;
import java.util.List;
import java.util.Set;

/// A label that changes for no reason makes another alert of the same trouble.
@AutoService(Check.class)
public final class LabelChurn implements AlertCheck {
  private static final Parameter<List<String>> SOURCES =
      Parameter.strings(
          "sources",
          List.of(
              "uid",
              "pod_uid",
              "container_id",
              "timestamp",
              "time",
              "trace_id",
              "span_id",
              "request_id",
              "session_id"),
          "labels whose values come and go");
  private static final Set<String> FORMATS =
      Set.of(
          "humanize",
          "humanize1024",
          "humanizeDuration",
          "humanizePercentage",
          "humanizeTimestamp",
          "toTime",
          "now");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "label/churn",
          Severity.WARNING,
          "label from a source that changes for no reason",
          SOURCES);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      // The value itself in a label is reported as such.
      if (!template.annotation() && template.values().isEmpty()) {
        report(template, findings);
      }
    }
  }

  private static void report(AlertTemplate template, Findings findings) {
    String name = template.text().name().value();
    for (Read read : template.labels()) {
      if (findings.get(SOURCES).contains(read.name())) {
        add(
            name,
            "`" + read.name() + "`, which comes and goes",
            template.locate(read.span()),
            findings);
        return;
      }
    }
    for (FunctionUse use : template.references().functions()) {
      boolean number = use.name().equals("printf") && formatsNumber(template, use);
      if (number || FORMATS.contains(use.name())) {
        add(
            name,
            "a number that `" + use.name() + "` prints",
            template.locate(use.span()),
            findings);
        return;
      }
    }
  }

  private static boolean formatsNumber(AlertTemplate template, FunctionUse use) {
    String text = template.text().value().text();
    String command = text.substring(use.span().start());
    int end = command.indexOf("}}");
    String format = end < 0 ? command : command.substring(0, end);
    return format.matches("(?s)printf\\s+[\"`][^\"`]*%[-+ 0-9.]*[fFeEgG].*");
  }

  private static void add(String label, String source, Location place, Findings findings) {
    findings.add(
        findings
            .at(place, "label `" + label + "` shows " + source + ": each change makes a new alert")
            .withHelp("show it in an annotation"));
  }
}
