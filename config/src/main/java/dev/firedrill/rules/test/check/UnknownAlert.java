package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.rules.Rule;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// An alert that no rule has never fires, which is what many assertions expect of it.
final class UnknownAlert implements TestCheck {
  private static final int FEW = 5;

  @Override
  public void check(TestSubject subject, Consumer<Diagnostic> findings) {
    Set<String> known = new LinkedHashSet<>();
    for (Rule rule : subject.rules()) {
      if (rule instanceof Rule.AlertingRule) {
        known.add(rule.name().value());
      }
    }
    subject
        .test()
        .alerts()
        .forEach(alert -> check(alert.alertname(), alert.named(), known, findings));
    subject
        .test()
        .additions()
        .behaviours()
        .forEach(
            behaviour ->
                check(
                    behaviour.alertname().value(),
                    behaviour.alertname().location(),
                    known,
                    findings));
  }

  private static void check(
      String name, Location place, Set<String> known, Consumer<Diagnostic> findings) {
    if (!name.isEmpty() && !known.contains(name)) {
      findings.accept(
          Diagnostic.of(
                  "test/unknown-alert",
                  Severity.WARNING,
                  "no rule has the alert '" + name + "'",
                  place)
              .withHelp(help(name, known)));
    }
  }

  private static String help(String name, Set<String> known) {
    return Spelling.nearest(name, known)
        .map(near -> "did you mean '" + near + "'?")
        .orElseGet(
            () ->
                known.isEmpty()
                    ? "the rule_files of this file have no alerts"
                    : known.size() > FEW
                        ? "the rule_files of this file have " + known.size() + " other alerts"
                        : "the rule_files of this file have " + String.join(", ", known));
  }
}
