package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import java.io.IOException;

/// The routing tree in Graphviz's language: routes as boxes, receivers as ellipses.
public record RouteTreeDot(AlertmanagerConfig config) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("digraph routes {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n");
    RouteDiagram diagram = RouteDiagram.of(config);
    for (int i = 0; i < diagram.routes().size(); i++) {
      out.append("  r" + i + " [label=" + quoted(diagram.routeLabel(i)) + "];\n");
    }
    for (int i = 0; i < diagram.receivers().size(); i++) {
      String label = quoted(diagram.receiverLabel(i));
      out.append("  to" + i + " [shape=ellipse, label=" + label + "];\n");
    }
    for (int i = 0; i < diagram.routes().size(); i++) {
      for (Route child : diagram.routes().get(i).routes()) {
        String label = child.continues() ? " [label=\"continue\"]" : "";
        out.append("  r" + i + " -> r" + diagram.number(child) + label + ";\n");
      }
      int receiver = diagram.receiverOf(i);
      out.append("  r" + i + " -> to" + receiver + " [style=dashed, arrowhead=open];\n");
    }
    out.append("}\n");
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
