package dev.firedrill.cli.report;

import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.cli.routing.RouteOutcome;
import dev.firedrill.diagnostic.Location;
import java.io.IOException;

/// Alerts that two versions of a configuration treat differently, for people.
///
/// @param quiet whether the counts are left out
public record RouteDiffText(RouteDiff diff, Paint paint, boolean quiet) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (RouteChange change : diff.changes()) {
      change(out, change, paint);
    }
    if (!quiet) {
      long changed = diff.changes().stream().map(RouteChange::rule).distinct().count();
      out.append(String.valueOf(changed)).append(" of ");
      out.append(Counted.of(diff.alerts(), "alert")).append(" changed\n");
    }
  }

  /// Writes how the alerts of one rule are treated otherwise.
  static void change(Appendable out, RouteChange change, Paint paint) throws IOException {
    Location place = change.rule().location();
    out.append(paint.strong(change.rule().name().value())).append(" (");
    out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
    out.append("): ").append(String.join(" and ", change.kinds()));
    if (!change.conditions().isEmpty()) {
      out.append(" if ").append(String.join(" and ", change.conditions()));
    }
    out.append('\n');
    for (RouteOutcome outcome : change.before()) {
      if (!change.after().contains(outcome)) {
        out.append(paint.bad("  - " + outcome.text())).append('\n');
      }
    }
    for (RouteOutcome outcome : change.after()) {
      boolean same = change.before().contains(outcome);
      out.append(same ? "    " + outcome.text() : paint.good("  + " + outcome.text()));
      out.append('\n');
    }
    out.append('\n');
  }
}
