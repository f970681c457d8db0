package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteMute;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.MatcherOutcome;
import dev.firedrill.alertmanager.route.RouteStep;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.PrometheusDuration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An alert's way through the routing tree for people: each node with the reason for each turn,
/// then who is told, how it is grouped, and what mutes it.
///
/// @param mutes what the time intervals come to; empty where no time was given
public record RouteText(RouteWalk walk, Optional<MutesAt> mutes, List<Inhibition> inhibitions)
    implements Report {
  public RouteText {
    inhibitions = List.copyOf(inhibitions);
  }

  @Override
  public void write(Appendable out) throws IOException {
    String path = walk.root().route().location().file().path();
    out.append(walk.labels().toString()).append(" in ").append(path).append("\n\n");
    step(out, walk.root(), "");
    out.append('\n');
    for (int i = 0; i < walk.matched().size(); i++) {
      Route route = walk.matched().get(i).route();
      matched(out, walk.matched().get(i));
      if (mutes.isPresent() && RouteMute.isPossible(route)) {
        mute(out, mutes.get().mutes().get(i), mutes.get().time());
      }
    }
    for (Inhibition inhibition : inhibitions) {
      int line = inhibition.rule().location().start().line();
      out.append("inhibited by ").append(inhibition.source().toString());
      out.append(" (inhibition rule at line ").append(String.valueOf(line)).append(")\n");
    }
  }

  private static void step(Appendable out, RouteStep step, String indent) throws IOException {
    Route route = step.route();
    out.append(line(route)).append(indent);
    switch (step) {
      case RouteStep.NotVisited skipped ->
          out.append("- ")
              .append(title(route))
              .append(": not tried, line ")
              .append(String.valueOf(skipped.stoppedBy().line()))
              .append(" matched and does not continue\n");
      case RouteStep.Visited visited -> {
        out.append(visited.matched() ? "+ " : "x ").append(title(route)).append(reason(visited));
        out.append('\n');
        for (RouteStep child : visited.steps()) {
          step(out, child, indent + "  ");
        }
      }
    }
  }

  private static String reason(RouteStep.Visited visited) {
    if (!visited.matched()) {
      List<String> reasons = new ArrayList<>();
      for (MatcherOutcome failure : visited.failures()) {
        String value = failure.value();
        String name = failure.matcher().value().name();
        reasons.add(value.isEmpty() ? name + " is missing" : name + " is \"" + value + "\"");
      }
      return ": " + String.join(", ", reasons);
    }
    String receiver = visited.selected() ? " -> " + visited.route().receiver() : "";
    return receiver + (visited.route().continues() ? " (continue)" : "");
  }

  private static String title(Route route) {
    if (route.matchers().isEmpty()) {
      return "{}";
    }
    return Matcher.print(route.matchers().stream().map(Located::value).toList());
  }

  private static String line(Route route) {
    String line = String.valueOf(route.line());
    return " ".repeat(Math.max(0, 5 - line.length())) + line + "  ";
  }

  private static void matched(Appendable out, MatchedRoute match) throws IOException {
    Route route = match.route();
    RouteSettings settings = route.settings();
    out.append("receiver ").append(route.receiver());
    out.append(" (line ").append(String.valueOf(route.line())).append(")\n");
    out.append("  group ").append(match.groupLabels().toString());
    out.append(" by ").append(groupBy(settings.groupBy().value())).append('\n');
    out.append("  wait ").append(duration(settings.groupWait().value()));
    out.append(", interval ").append(duration(settings.groupInterval().value()));
    out.append(", repeat ").append(duration(settings.repeatInterval().value())).append('\n');
    intervals(out, "muted during ", route.muteTimeIntervals());
    intervals(out, "active only during ", route.activeTimeIntervals());
  }

  private static void intervals(Appendable out, String title, List<Located<String>> names)
      throws IOException {
    if (!names.isEmpty()) {
      out.append("  ").append(title);
      out.append(String.join(", ", names.stream().map(Located::value).toList())).append('\n');
    }
  }

  private static void mute(Appendable out, RouteMute mute, Instant time) throws IOException {
    out.append(mute.muted() ? "  muted at " : "  not muted at ").append(time.toString());
    if (mute.muted()) {
      out.append(mute.inactive() ? ", outside of " : " by ")
          .append(String.join(", ", mute.names()));
    }
    out.append('\n');
  }

  private static String groupBy(GroupBy groupBy) {
    return groupBy.all() ? "all labels" : "[" + String.join(", ", groupBy.labels()) + "]";
  }

  private static String duration(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }
}
