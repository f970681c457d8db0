package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.RouteSetting;
import dev.firedrill.alertmanager.RouteSettings;
import dev.firedrill.diagnostic.Located;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The routing tree for people: a line for each route, with the line of the file, the receiver and
/// how it is reached, and what the route sets itself.
public record RouteOutline(AlertmanagerConfig config, Paint paint) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append(config.source().path()).append("\n\n");
    route(out, config.route(), "");
  }

  private void route(Appendable out, Route route, String indent) throws IOException {
    String line = String.valueOf(route.line());
    out.append(paint.faint(" ".repeat(Math.max(0, 5 - line.length())) + line + "  "));
    out.append(indent).append(RouteTitles.matchers(route)).append(" -> ");
    out.append(paint.strong(route.receiver()));
    out.append(paint.faint(" [" + integrations(config, route.receiver()) + "]"));
    out.append(route.continues() ? " (continue)" : "");
    for (String setting : own(route)) {
      out.append(", ").append(setting);
    }
    out.append('\n');
    for (Route child : route.routes()) {
      route(out, child, indent + "  ");
    }
  }

  /// {@return how a receiver is reached, `email, slack x2`}
  public static String integrations(AlertmanagerConfig config, String receiver) {
    Map<String, Integer> kinds = new TreeMap<>();
    config.receiver(receiver).map(Receiver::integrations).orElse(List.of()).stream()
        .map(Integration::kind)
        .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    List<String> words = new ArrayList<>();
    kinds.forEach((kind, count) -> words.add(count == 1 ? kind : kind + " x" + count));
    return words.isEmpty() ? "nobody" : String.join(", ", words);
  }

  /// {@return what a route sets itself, in words}
  public static List<String> own(Route route) {
    RouteSettings settings = route.settings();
    List<String> own = new ArrayList<>();
    if (isOwn(settings.groupBy())) {
      own.add("by " + RouteTitles.groupBy(settings.groupBy().value()));
    }
    if (isOwn(settings.groupWait())) {
      own.add("wait " + RouteTitles.duration(settings.groupWait().value()));
    }
    if (isOwn(settings.groupInterval())) {
      own.add("interval " + RouteTitles.duration(settings.groupInterval().value()));
    }
    if (isOwn(settings.repeatInterval())) {
      own.add("repeat " + RouteTitles.duration(settings.repeatInterval().value()));
    }
    intervals("muted during ", route.muteTimeIntervals(), own);
    intervals("active only during ", route.activeTimeIntervals(), own);
    return own;
  }

  private static boolean isOwn(RouteSetting<?> setting) {
    return setting.origin() == RouteSetting.Origin.WRITTEN;
  }

  private static void intervals(String title, List<Located<String>> names, List<String> own) {
    if (!names.isEmpty()) {
      own.add(title + String.join(" ", names.stream().map(Located::value).toList()));
    }
  }
}
