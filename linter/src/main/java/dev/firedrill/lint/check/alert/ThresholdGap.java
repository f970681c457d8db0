package dev.firedrill.lint.check.alert;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RuleSetCheck;

/// A warning that comes together with the critical alert warns of nothing.
@AutoService(Check.class)
public final class ThresholdGap implements RuleSetCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "threshold/gap",
          Severity.INFO,
          "warning and critical alert on the same threshold",
          SeverityPairs.ORDER);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Findings findings) {
    for (SeverityPairs.Pair pair : SeverityPairs.of(findings, findings.get(SeverityPairs.ORDER))) {
      // The same threshold for a longer time is another condition.
      if (pair.compareThresholds() == 0 && pair.severe().hold().equals(pair.mild().hold())) {
        findings.add(
            findings
                .at(
                    pair.severe().rule().name().location(),
                    pair.severe().severity()
                        + " alert "
                        + pair.severe().rule().name().value()
                        + " fires together with the "
                        + pair.mild().severity()
                        + " one")
                .withNote(
                    "this is the " + pair.mild().severity() + " one",
                    pair.mild().rule().name().location())
                .withHelp("leave room between the thresholds, or keep one of the two"));
      }
    }
  }
}
