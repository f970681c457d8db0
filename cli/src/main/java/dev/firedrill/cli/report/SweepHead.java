package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.sweep.Sweep;
import dev.firedrill.rules.Rule.AlertingRule;

/// Which rule is varied, and where it stands.
record SweepHead(Sweep sweep) {
  /// {@return the name of the alert}
  String name() {
    return sweep.plan().rule().name().value();
  }

  /// {@return the place of the rule: `rules.yml:8`}
  String place() {
    Location place = sweep.plan().rule().location();
    return place.file().path() + ":" + place.start().line();
  }

  /// {@return the expression as it is, on one line}
  String expr() {
    AlertingRule rule = sweep.plan().rule();
    return rule.expr().result() instanceof ParseResult.Parsed parsed
        ? Printer.print(parsed.expr())
        : rule.expr().source().text().strip();
  }
}
