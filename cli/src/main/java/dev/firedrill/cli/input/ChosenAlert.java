package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
      checkPlace(alert, files);
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

  // A place without an alert is not the name of one.
  private static void checkPlace(String alert, List<RuleFile> files) {
    for (RuleFile file : files) {
      if (line(alert, file.source().path()) > 0) {
        List<String> there = new ArrayList<>();
        for (Rule rule : file.rules()) {
          if (rule instanceof AlertingRule) {
            there.add(rule.name().value() + " at " + place(rule.location()));
          }
        }
        throw new CommandException(
            "no alerting rule is at "
                + alert
                + ": "
                + (there.isEmpty()
                    ? "the file has none"
                    : "the file has " + String.join(", ", there)));
      }
    }
  }

  private static boolean isAt(String place, Location rule) {
    int line = line(place, rule.file().path());
    return rule.start().line() <= line && line <= rule.end().line();
  }

  /// {@return the line of a place in a file; 0 where it is none, or in another file}
  private static int line(String place, String file) {
    int colon = place.lastIndexOf(':');
    if (colon < 0 || !isSame(place.substring(0, colon), file)) {
      return 0;
    }
    try {
      return Integer.parseInt(place.substring(colon + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isSame(String one, String other) {
    try {
      return Path.of(one).normalize().equals(Path.of(other).normalize());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String place(Location rule) {
    return rule.file().path() + ":" + rule.start().line();
  }
}
