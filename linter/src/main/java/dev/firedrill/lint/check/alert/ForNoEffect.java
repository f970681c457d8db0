package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.lint.AlertCheck;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.Server;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleGroup;
import java.time.Duration;

/// Alerts change at evaluations only, so a `for` is as long as a number of intervals.
@AutoService(Check.class)
public final class ForNoEffect implements AlertCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "for/no-effect", Severity.WARNING, "`for` that is no multiple of the group's interval");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(AlertingRule rule, RuleGroup group, Findings findings) {
    Located<Duration> hold = rule.holdDuration();
    if (hold == null) {
      return;
    }
    if (hold.value().isZero()) {
      findings.add(
          findings
              .at(Severity.INFO, hold.location(), "`for: 0s` is the same as no `for`")
              .withHelp("leave it out"));
      return;
    }
    long interval = interval(group, findings);
    long millis = hold.value().toMillis();
    if (interval <= 0 || millis % interval == 0) {
      return;
    }
    long effective = (millis / interval + 1) * interval;
    findings.add(
        findings
            .at(
                hold.location(),
                "evaluated every "
                    + PrometheusDuration.format(interval)
                    + ", a `for` of "
                    + PrometheusDuration.format(millis)
                    + " takes "
                    + PrometheusDuration.format(effective))
            .withHelp("write `for: " + PrometheusDuration.format(effective) + "`"));
  }

  // Only where somebody wrote one: the default is too easily another.
  private static long interval(RuleGroup group, Findings findings) {
    Located<Duration> own = group.interval();
    if (own != null) {
      return own.value().toMillis();
    }
    Server server = findings.rules().server();
    return server.known() ? server.evaluationInterval().toMillis() : 0;
  }
}
