package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The routing tree in Graphviz's language: routes as boxes, receivers as ellipses.
public record RouteTreeDot(AlertmanagerConfig config) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("digraph routes {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
    List<Route> routes = config.route().all();
    List<String> receivers = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      List<String> lines = new ArrayList<>();
      lines.add(RouteTitles.matchers(route));
      lines.addAll(RouteOutline.own(route));
      out.append("  r" + i + " [label=" + quoted(String.join("\n", lines)) + "];\n");
      if (!receivers.contains(route.receiver())) {
        receivers.add(route.receiver());
      }
    }
    for (int i = 0; i < receivers.size(); i++) {
      String label = receivers.get(i) + "\n" + RouteOutline.integrations(config, receivers.get(i));
      out.append("  to" + i + " [shape=ellipse, label=" + quoted(label) + "];\n");
    }
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      for (Route child : route.routes()) {
        String label = child.continues() ? " [label=\"continue\"]" : "";
        out.append("  r" + i + " -> r" + index(routes, child) + label + ";\n");
      }
      int receiver = receivers.indexOf(route.receiver());
      out.append("  r" + i + " -> to" + receiver + " [style=dashed, arrowhead=open];\n");
    }
    out.append("}\n");
  }

  static int index(List<Route> routes, Route wanted) {
    for (int i = 0; i < routes.size(); i++) {
      if (routes.get(i).id().equals(wanted.id())) {
        return i;
      }
    }
    throw new IllegalArgumentException("not a route of the tree: " + wanted.id());
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
