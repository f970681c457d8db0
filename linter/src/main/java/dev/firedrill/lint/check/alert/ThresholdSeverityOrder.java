package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSetCheck;
import dev.firedrill.rules.Rule.AlertingRule;

/// The more severe alert should be the harder one to reach.
@AutoService(Check.class)
public final class ThresholdSeverityOrder implements RuleSetCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/severity-order",
          Severity.ERROR,
          "critical that is easier to reach than its warning",
          SeverityPairs.ORDER);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    for (SeverityPairs.Pair pair : SeverityPairs.of(findings, findings.get(SeverityPairs.ORDER))) {
      int order = pair.compareThresholds();
      AlertingRule severe = pair.severe().rule();
      if (order < 0) {
        findings.add(
            findings
                .at(
                    severe.name().location(),
                    pair.severe().severity()
                        + " alert "
                        + severe.name().value()
                        + " is easier to reach than the "
                        + pair.mild().severity()
                        + " one")
                .withNote(
                    "this is the " + pair.mild().severity() + " one",
                    pair.mild()
                        .rule()
                        .expr()
                        .source()
                        .locate(pair.mild().threshold().number().span()))
                .withHelp("swap the thresholds"));
      } else if (order > 0 && pair.severe().hold().compareTo(pair.mild().hold()) > 0) {
        findings.add(
            findings
                .at(
                    Severity.WARNING,
                    severe.name().location(),
                    pair.severe().severity()
                        + " alert "
                        + severe.name().value()
                        + " waits longer than the "
                        + pair.mild().severity()
                        + " one")
                .withNote(
                    "this is the " + pair.mild().severity() + " one",
                    pair.mild().rule().name().location())
                .withHelp("give it a `for` that is at most as long"));
      }
    }
  }
}
