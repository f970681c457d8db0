package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A routing tree made ready for many alerts: it finds the routes that [RouteWalk] finds, without
/// the reasons and without looking at every route.
///
/// Children are looked up by the value of the label that most of them ask for.
public final class RouteTable {
  // Fewer children are tried faster than looked up.
  private static final int WORTH_AN_INDEX = 8;

  private final Node root;

  /// A table of a tree.
  public RouteTable(Route root) {
    this.root = new Node(root, List.of());
  }

  /// {@return the routes that an alert goes to, in order; never none}
  public List<MatchedRoute> match(Labels labels) {
    List<MatchedRoute> matched = new ArrayList<>(2);
    root.enter(labels, matched);
    return matched;
  }

  private static final class Node {
    private final Route route;
    private final List<Route> path;
    private final List<Matcher> matchers;
    private final List<Node> children = new ArrayList<>();
    private final @Nullable Index index;

    Node(Route route, List<Route> above) {
      this.route = route;
      List<Route> here = new ArrayList<>(above);
      here.add(route);
      path = List.copyOf(here);
      matchers = route.matchers().stream().map(Located::value).toList();
      for (Route child : route.routes()) {
        children.add(new Node(child, path));
      }
      index = children.size() < WORTH_AN_INDEX ? null : Index.of(children);
    }

    void enter(Labels labels, List<MatchedRoute> matched) {
      int before = matched.size();
      Index byValue = index;
      List<Node> candidates = byValue == null ? children : byValue.candidates(labels);
      for (Node child : candidates) {
        if (Matcher.allMatch(child.matchers, labels)) {
          child.enter(labels, matched);
          if (!child.route.continues()) {
            break;
          }
        }
      }
      if (matched.size() == before) {
        Labels group = route.settings().groupBy().value().groupLabels(labels);
        matched.add(new MatchedRoute(route, path, group));
      }
    }
  }

  /// @param byValue children that a value of the label leaves possible, in order
  /// @param others children that ask for none of these values
  private record Index(String label, Map<String, List<Node>> byValue, List<Node> others) {
    static @Nullable Index of(List<Node> children) {
      Map<String, Integer> uses = new HashMap<>();
      String best = null;
      int most = 0;
      for (Node child : children) {
        for (Matcher matcher : child.matchers) {
          int count =
              matcher.acceptedValues().isEmpty() ? 0 : uses.merge(matcher.name(), 1, Integer::sum);
          if (count > most) {
            most = count;
            best = matcher.name();
          }
        }
      }
      return best == null ? null : of(best, children);
    }

    private static Index of(String label, List<Node> children) {
      Map<String, List<Node>> byValue = new HashMap<>();
      List<Node> others = new ArrayList<>();
      for (Node child : children) {
        Set<String> values = values(label, child);
        if (values == null) {
          byValue.values().forEach(nodes -> nodes.add(child));
          others.add(child);
        } else {
          for (String value : values) {
            byValue.computeIfAbsent(value, each -> new ArrayList<>(others)).add(child);
          }
        }
      }
      return new Index(label, byValue, others);
    }

    private static @Nullable Set<String> values(String label, Node child) {
      for (Matcher matcher : child.matchers) {
        if (matcher.name().equals(label) && matcher.acceptedValues().isPresent()) {
          return matcher.acceptedValues().get();
        }
      }
      return null;
    }

    List<Node> candidates(Labels labels) {
      return byValue.getOrDefault(labels.get(label), others);
    }
  }
}
