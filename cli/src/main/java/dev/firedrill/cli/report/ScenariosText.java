package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.scenario.ExpectedNotification;
import dev.firedrill.alertmanager.scenario.ExpectedNotification.ExpectedAlert;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.Delivery;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.notify.scenario.ScenarioOutcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/// How scenarios went, for people: what is missing or not expected in those that failed, with all
/// that was notified of and held back; then one line of counts.
///
/// @param colored whether ANSI colours are used
/// @param quiet whether the counts are left out
public record ScenariosText(ScenarioRuns runs, boolean colored, boolean quiet) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append(
        new DiagnosticText(TextStyle.PLAIN.withColours(colored).withMasking(new SecretMasking()))
            .render(runs.diagnostics()));
    for (ScenarioOutcome outcome : runs.outcomes()) {
      if (!outcome.passed()) {
        failure(out, outcome);
      }
    }
    if (!quiet) {
      int failed = runs.failed();
      out.append(String.valueOf(runs.outcomes().size() - failed)).append(" passed, ");
      out.append(String.valueOf(failed)).append(" failed, ");
      out.append(String.valueOf(runs.skipped().size())).append(" skipped\n");
    }
  }

  /// Writes what is missing or not expected, and all that happened.
  static void failure(Appendable out, ScenarioOutcome outcome) throws IOException {
    Scenario scenario = outcome.scenario();
    Location place = scenario.location();
    long start = scenario.start().toEpochMilli();
    out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
    out.append(": scenario '").append(scenario.name().value()).append("'\n");
    for (ExpectedNotification missing : outcome.missing()) {
      out.append("  missing     ").append(text(missing));
      out.append("  (line ").append(String.valueOf(missing.location().start().line()));
      out.append(")\n");
    }
    for (Notification unexpected : outcome.unexpected()) {
      out.append("  unexpected  ").append(text(unexpected, start)).append('\n');
    }
    out.append("  all that was notified of:\n");
    for (Notification each : outcome.log().notifications()) {
      out.append("    ").append(text(each, start)).append('\n');
    }
    for (HeldBack held : outcome.log().heldBack()) {
      out.append("    ").append(text(held, start)).append('\n');
    }
    out.append('\n');
  }

  private static String text(ExpectedNotification expected) {
    List<ExpectedAlert> alerts = expected.alerts();
    StringBuilder out = new StringBuilder(seconds(expected.time()));
    out.append(' ').append(expected.receiver());
    for (ExpectedAlert alert : alerts == null ? List.<ExpectedAlert>of() : alerts) {
      Labels labels = alert.labels();
      out.append("  ").append(alert.status()).append(' ');
      out.append(labels == null ? alert.value() : labels.toString());
    }
    return out.toString();
  }

  private static String text(Notification got, long start) {
    StringBuilder out = new StringBuilder(seconds(got.time() - start));
    out.append(' ').append(got.receiver());
    for (NotifiedAlert alert : got.alerts()) {
      out.append(alert.isFiring() ? "  firing " : "  resolved ").append(alert.labels());
    }
    out.append("  (").append(got.reason().text());
    return out.append(got.delivery() == Delivery.OK ? ")" : ", refused)").toString();
  }

  private static String text(HeldBack held, long start) {
    Long until = held.until();
    return seconds(held.time() - start)
        + " held back "
        + held.labels()
        + (until == null ? "" : " until " + seconds(until - start))
        + "  ("
        + held.stage().words()
        + ": "
        + held.by()
        + ")";
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + "s";
  }
}
