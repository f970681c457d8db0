package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.List;

/// One alerting rule among many, chosen by its name, or by its place where several have the name.
public final class ChosenAlert {
  private ChosenAlert() {}

  /// {@return the rule that is meant}
  ///
  /// @param alert a name, or `FILE:LINE`, any line of the rule
  /// @throws CommandException when there is none; it says which may have been meant
  /// @throws UsageException when there are several; it says where
  public static AlertingRule of(String alert, List<RuleFile> files) {
    List<AlertingRule> named = new ArrayList<>();
    for (RuleFile file : files) {
      for (Rule rule : file.rules()) {
        if (rule instanceof AlertingRule alerting) {
          if (isAt(alert, alerting.location())) {
            return alerting;
          }
          if (rule.name().value().equals(alert)) {
            named.add(alerting);
          }
        }
      }
    }
    if (named.isEmpty()) {
      KnownAlerts.check(alert, files);
    }
    if (named.size() > 1) {
      List<String> places = named.stream().map(rule -> place(rule.location())).toList();
      throw new UsageException(
          "several alerts are named '"
              + alert
              + "': choose one by its place, --alert "
              + String.join(" or ", places));
    }
    return named.getFirst();
  }

  private static boolean isAt(String place, Location rule) {
    int colon = place.lastIndexOf(':');
    if (colon < 0 || !place.substring(0, colon).equals(rule.file().path())) {
      return false;
    }
    try {
      int line = Integer.parseInt(place.substring(colon + 1));
      return rule.start().line() <= line && line <= rule.end().line();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String place(Location rule) {
    return rule.file().path() + ":" + rule.start().line();
  }
}
