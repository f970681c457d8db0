package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Route;
import java.io.IOException;

/// The routing tree as a Mermaid flow chart, which GitHub and GitLab draw in Markdown.
public record RouteTreeMermaid(AlertmanagerConfig config) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("flowchart LR\n");
    RouteDiagram diagram = RouteDiagram.of(config);
    for (int i = 0; i < diagram.routes().size(); i++) {
      out.append("  r" + i + "[\"" + escaped(diagram.routeLabel(i)) + "\"]\n");
    }
    for (int i = 0; i < diagram.receivers().size(); i++) {
      out.append("  to" + i + "([\"" + escaped(diagram.receiverLabel(i)) + "\"])\n");
    }
    for (int i = 0; i < diagram.routes().size(); i++) {
      for (Route child : diagram.routes().get(i).routes()) {
        String arrow = child.continues() ? " -->|continue| r" : " --> r";
        out.append("  r" + i + arrow + diagram.number(child) + "\n");
      }
      out.append("  r" + i + " -.-> to" + diagram.receiverOf(i) + "\n");
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
