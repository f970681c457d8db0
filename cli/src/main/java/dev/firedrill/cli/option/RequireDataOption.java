package dev.firedrill.cli.option;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.compare.ReplayComparison;
import org.jspecify.annotations.Nullable;

/// `--require-data`: results that stand on nothing are none.
public final class RequireDataOption {
  private final Flag required;

  /// Declares the option.
  public RequireDataOption(Options options) {
    required =
        options.flag(
            "--require-data", "fail where a selector of the rules finds no series in the data");
  }

  /// Makes sure that there are data for both versions, where that is asked for.
  ///
  /// @param compared null where nothing was replayed
  /// @throws CommandException when that is so, or a selector found no series
  public void check(@Nullable ReplayComparison compared) {
    if (compared != null) {
      check(compared.before().data());
      check(compared.after().data());
    } else if (required.given()) {
      throw new CommandException("--require-data: no data to compare on; --data names some");
    }
  }

  /// Makes sure that there are data, where that is asked for.
  ///
  /// @throws CommandException when a selector found no series
  public void check(RecordingSummary data) {
    if (!required.given()) {
      return;
    }
    StringBuilder missing = new StringBuilder();
    for (RecordingSummary.SelectorData selector : data.selectors()) {
      if (selector.series() == 0) {
        missing.append(missing.isEmpty() ? "" : ", ");
        missing.append(Printer.print(selector.selector()));
      }
    }
    if (!missing.isEmpty()) {
      throw new CommandException("--require-data: the data have no series for " + missing);
    }
  }
}
