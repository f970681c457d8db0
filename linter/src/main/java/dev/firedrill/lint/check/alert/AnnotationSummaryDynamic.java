package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.util.List;

/// A summary that changes with each notification is another text to whatever keys on it.
@AutoService(Check.class)
public final class AnnotationSummaryDynamic implements AlertCheck {
  private static final Parameter<List<String>> ANNOTATIONS =
      Parameter.strings(
          "annotations", List.of("summary", "title"), "annotations that should stay the same");
  private static final CheckInfo INFO =
      CheckInfo.off("annotation/summary-dynamic", "summary that carries `$value`", ANNOTATIONS);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    List<String> annotations = findings.get(ANNOTATIONS);
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      String name = template.text().name().value();
      if (template.annotation() && annotations.contains(name)) {
        template.values().stream()
            .filter(read -> !read.bound())
            .findFirst()
            .ifPresent(
                read ->
                    findings.add(
                        findings
                            .at(
                                template.locate(read.span()),
                                "`" + name + "` is another text at each notification")
                            .withHelp("show the value in the description")));
      }
    }
  }
}
