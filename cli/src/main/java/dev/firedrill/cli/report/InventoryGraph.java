package dev.firedrill.cli.report;

import dev.firedrill.cli.inventory.ListedRule;
import dev.firedrill.cli.inventory.ListedRule.Dependency;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which rules read which, as a graph: arrows lead from what is read to what reads it. Rules of one
/// name are one node.
///
/// @param mermaid whether it is a Mermaid flow chart rather than Graphviz's language
public record InventoryGraph(List<ListedRule> rules, boolean mermaid) implements Report {
  public InventoryGraph {
    rules = List.copyOf(rules);
  }

  @Override
  public void write(Appendable out) throws IOException {
    Map<Dependency, String> nodes = new LinkedHashMap<>();
    for (ListedRule rule : rules) {
      nodes.putIfAbsent(new Dependency(rule.isAlert(), rule.name()), "n" + nodes.size());
    }
    out.append(
        mermaid
            ? "flowchart LR\n"
            : "digraph rules {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
    for (Map.Entry<Dependency, String> node : nodes.entrySet()) {
      out.append("  ").append(node(node.getKey(), node.getValue())).append('\n');
    }
    Set<String> arrows = new LinkedHashSet<>();
    for (ListedRule rule : rules) {
      String to = nodes.get(new Dependency(rule.isAlert(), rule.name()));
      for (Dependency read : rule.reads()) {
        String from = nodes.get(read);
        arrows.add("  " + from + (mermaid ? " --> " + to : " -> " + to + ";") + "\n");
      }
    }
    for (String arrow : arrows) {
      out.append(arrow);
    }
    out.append(mermaid ? "" : "}\n");
  }

  // Names of metrics and most alerts have no character that either language takes otherwise.
  private String node(Dependency rule, String id) {
    String name = rule.name().replace("\\", "\\\\");
    if (mermaid) {
      String text = name.replace("\"", "#quot;");
      return rule.alert() ? id + "([\"" + text + "\"])" : id + "[\"" + text + "\"]";
    }
    String label = "[label=\"" + name.replace("\"", "\\\"") + "\", shape=";
    return id + " " + label + (rule.alert() ? "ellipse];" : "box];");
  }
}
