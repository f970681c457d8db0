package dev.firedrill.cli.option;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.KnownAlerts;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.Collection;
import java.util.function.Predicate;

/// `--alert`: alerts by name.
public final class AlertNameOption {
  private final Value alert;

  /// Declares the option.
  public AlertNameOption(Options options) {
    alert = options.value("--alert", "REGEX", "show only alerts whose whole name matches");
    options.whenParsed(this::names);
  }

  /// {@return whether some are chosen}
  public boolean given() {
    return alert.get().isPresent();
  }

  /// {@return whether an alert of a name is wanted}
  public Predicate<String> names() {
    if (!given()) {
      return name -> true;
    }
    String regex = alert.required();
    try {
      return LabelMatcher.of(Labels.ALERT_NAME, LabelMatcher.Operator.REGEX, regex)::matches;
    } catch (PatternSyntaxException e) {
      throw new UsageException("--alert '" + regex + "': " + e.getMessage());
    }
  }

  /// {@return what to throw where no alert has such a name}
  /// @param known the names that alerts have
  public CommandException unknown(Collection<String> known) {
    return KnownAlerts.unknown(alert.required(), known);
  }
}
