package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The names of alerts that rules have.
public final class KnownAlerts {
  private KnownAlerts() {}

  /// Makes sure that rules have an alert.
  ///
  /// @throws CommandException when there is none of this name; it says which may have been meant
  public static void check(String alert, List<RuleFile> files) {
    Set<String> names = names(files);
    if (!names.contains(alert)) {
      throw unknown(alert, names);
    }
  }

  /// {@return the names of the alerts that rules have}
  public static Set<String> names(List<RuleFile> files) {
    Set<String> names = new TreeSet<>();
    for (RuleFile file : files) {
      for (Rule rule : file.rules()) {
        if (rule instanceof Rule.AlertingRule) {
          names.add(rule.name().value());
        }
      }
    }
    return names;
  }

  /// {@return what to throw where none of some alerts has a name; it says which may have been
  ///     meant}
  public static CommandException unknown(String alert, Collection<String> names) {
    Set<String> known = new TreeSet<>(names);
    String hint =
        Spelling.nearest(alert, known)
            .map(near -> "did you mean " + near + "?")
            .orElse(listed(known));
    return new CommandException("no alert is named '" + alert + "': " + hint);
  }

  private static String listed(Set<String> names) {
    return switch (names.size()) {
      case 0 -> "there are none";
      case 1 -> "there is " + names.iterator().next();
      default -> "there are " + String.join(", ", names);
    };
  }
}
