package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.AlertLabels;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;
import java.util.Map;

/// How long somebody may be left in the dark, and how soon they may be woken.
@AutoService(Check.class)
public final class ForLimits implements AlertCheck {
  private static final String ANY = "default";
  private static final Parameter<Map<String, Duration>> MIN =
      new Parameter<>(
          "min",
          Map.of(ANY, Duration.ZERO),
          "by severity, the shortest `for`; `default` is for all others");
  private static final Parameter<Map<String, Duration>> MAX =
      new Parameter<>(
          "max",
          Map.of(
              "critical", Duration.ofDays(1), "page", Duration.ofDays(1), ANY, Duration.ofDays(7)),
          "by severity, the longest `for`; `default` is for all others");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "for/limits", Severity.WARNING, "`for` above or below limits per severity", MIN, MAX);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    String severity = AlertLabels.label(rule, group, "severity").map(SourceText::text).orElse(ANY);
    Located<Duration> written = rule.holdDuration();
    Duration hold = written == null ? Duration.ZERO : written.value();
    Duration min = limit(findings.get(MIN), severity, Duration.ZERO);
    Duration max = limit(findings.get(MAX), severity, hold);
    boolean shorter = hold.compareTo(min) < 0;
    if (!shorter && hold.compareTo(max) <= 0) {
      return;
    }
    String length = written == null ? "no `for`" : "a `for` of " + text(hold);
    findings.add(
        findings
            .at(
                written == null ? rule.name().location() : written.location(),
                length
                    + (shorter ? " is below" : " is above")
                    + " the limit of "
                    + text(shorter ? min : max)
                    + (severity.equals(ANY) ? "" : " for severity " + severity))
            .withHelp(
                shorter
                    ? "wait for at least " + text(min)
                    : "nobody hears of it before: shorten it, or lower the severity"));
  }

  private static Duration limit(Map<String, Duration> limits, String severity, Duration otherwise) {
    Duration own = limits.get(severity);
    return own == null ? limits.getOrDefault(ANY, otherwise) : own;
  }

  private static String text(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }
}
