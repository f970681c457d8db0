package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.flow.Unit;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.template.References.Read;
import org.jspecify.annotations.Nullable;

/// `0.073529411764706` says less than `7.353%`.
@AutoService(Check.class)
public final class TemplateHumanize implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "template/humanize", Severity.INFO, "raw rate or ratio printed with all its digits");

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
    String function = function(flow.facts().unit());
    if (function == null) {
      return;
    }
    for (AlertTemplate template : AlertTemplate.of(rule, findings)) {
      Span printed = template.annotation() ? printedValue(template) : null;
      if (printed != null) {
        findings.add(
            findings
                .at(
                    template.locate(printed),
                    "the value is "
                        + described(flow.facts().unit())
                        + ", and is printed with all its digits")
                .withHelp("write `{{ $value | " + function + " }}`"));
      }
    }
  }

  private static @Nullable String function(Unit unit) {
    if (unit.equals(Unit.RATIO)) {
      return "humanizePercentage";
    }
    if (unit.isDuration() && unit.scale() == 1) {
      return "humanizeDuration";
    }
    if (unit.equals(Unit.BYTES)) {
      return "humanize1024";
    }
    return unit.isMeasured() && unit.seconds() == -1 ? "humanize" : null;
  }

  private static String described(Unit unit) {
    return unit.seconds() == -1 ? "a rate" : unit.isDuration() ? "a duration" : unit.words();
  }

  // Only `{{ $value }}` alone: with printf or any function, here or beside it, somebody has
  // thought of it.
  private static @Nullable Span printedValue(AlertTemplate template) {
    boolean shown =
        template.references().functions().stream()
            .anyMatch(use -> use.name().startsWith("humanize") || use.name().equals("printf"));
    if (shown) {
      return null;
    }
    for (Read read : template.values()) {
      String text = template.text().value().text();
      int before = text.lastIndexOf("{{", read.span().start());
      int after = text.indexOf("}}", read.span().end());
      boolean alone =
          before >= 0
              && after >= 0
              && text.substring(before + 2, read.span().start()).isBlank()
              && text.substring(read.span().end(), after).isBlank();
      if (alone && !read.bound()) {
        return read.span();
      }
    }
    return null;
  }
}
