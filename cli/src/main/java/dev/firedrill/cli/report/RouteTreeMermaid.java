package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The routing tree as a Mermaid flow chart, which GitHub and GitLab draw in Markdown.
public record RouteTreeMermaid(AlertmanagerConfig config) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("flowchart LR\n");
    List<Route> routes = config.route().all();
    List<String> receivers = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      List<String> lines = new ArrayList<>();
      lines.add(RouteTitles.matchers(route));
      lines.addAll(RouteOutline.own(route));
      out.append("  r" + i + "[\"" + escaped(String.join("\n", lines)) + "\"]\n");
      if (!receivers.contains(route.receiver())) {
        receivers.add(route.receiver());
      }
    }
    for (int i = 0; i < receivers.size(); i++) {
      String label = receivers.get(i) + "\n" + RouteOutline.integrations(config, receivers.get(i));
      out.append("  to" + i + "([\"" + escaped(label) + "\"])\n");
    }
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      for (Route child : route.routes()) {
        String arrow = child.continues() ? " -->|continue| r" : " --> r";
        out.append("  r" + i + arrow + RouteTreeDot.index(routes, child) + "\n");
      }
      out.append("  r" + i + " -.-> to" + receivers.indexOf(route.receiver()) + "\n");
    }
  }

  // Mermaid reads entities by number, and Markdown within quotes: nothing of that may be meant.
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append("<br/>");
      } else if ("\"#<>&`*_|{}[]()\\;".indexOf(c) >= 0) {
        out.append('#').append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
