package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.MatcherOutcome;
import dev.firedrill.alertmanager.route.RouteStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The nodes of the routing tree that an alert came by, a line for each: the line of the file, what
/// became of it (`+` matched, `x` did not, `-` not tried), and why.
record RouteTreeText(RouteStep root, Paint paint) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    step(out, root, "");
  }

  private void step(Appendable out, RouteStep step, String indent) throws IOException {
    Route route = step.route();
    out.append(paint.faint(line(route))).append(indent);
    switch (step) {
      case RouteStep.NotVisited skipped ->
          out.append(
                  paint.faint(
                      "- "
                          + RouteTitles.matchers(route)
                          + ": not tried, line "
                          + skipped.stoppedBy().line()
                          + " matched and does not continue"))
              .append('\n');
      case RouteStep.Visited visited -> {
        out.append(visited.matched() ? matched(visited) : failed(visited)).append('\n');
        for (RouteStep child : visited.steps()) {
          step(out, child, indent + "  ");
        }
      }
    }
  }

  private String matched(RouteStep.Visited visited) {
    Route route = visited.route();
    String text = paint.good("+ " + RouteTitles.matchers(route));
    if (visited.selected()) {
      text += " -> " + paint.strong(route.receiver());
    }
    return text + (route.continues() ? paint.faint(" (continue)") : "");
  }

  // One failure is reason enough, but people want to know of all.
  private String failed(RouteStep.Visited visited) {
    List<String> reasons = new ArrayList<>();
    boolean several = visited.matchers().size() > 1;
    for (MatcherOutcome failure : visited.failures()) {
      String value = failure.value();
      String name = failure.matcher().value().name();
      String is = value.isEmpty() ? name + " is missing" : name + " is \"" + value + "\"";
      reasons.add(several ? is + ", not " + failure.matcher().value() : is);
    }
    return paint.bad("x " + RouteTitles.matchers(visited.route()))
        + ": "
        + String.join("; ", reasons);
  }

  private static String line(Route route) {
    String line = String.valueOf(route.line());
    return " ".repeat(Math.max(0, 5 - line.length())) + line + "  ";
  }
}
