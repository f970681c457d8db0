package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.AlertmanagerReading;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random trees, walked by a second implementation that knows only lists and strings.
class RouteWalkProperties {
  /// A condition with a value known to be a plain word.
  record Condition(String label, String operator, String value) {
    boolean holds(Map<String, String> labels) {
      String actual = labels.getOrDefault(label, "");
      return switch (operator) {
        case "=" -> actual.equals(value);
        case "!=" -> !actual.equals(value);
        case "=~" -> actual.isEmpty() || actual.equals(value);
        default -> !(actual.isEmpty() || actual.equals(value));
      };
    }

    String yaml() {
      // The regular expression says: the word or nothing.
      String text = operator.endsWith("~") ? "(" + value + ")?" : value;
      return "'" + label + operator + "\"" + text + "\"'";
    }
  }

  /// A route; its receiver is named by its place in the tree.
  record Node(List<Condition> conditions, boolean continues, List<Node> children) {
    List<String> receivers(String name, Map<String, String> labels) {
      List<String> found = new ArrayList<>();
      for (int i = 0; i < children.size(); i++) {
        Node child = children.get(i);
        if (child.conditions.stream().allMatch(condition -> condition.holds(labels))) {
          found.addAll(child.receivers(name + "." + i, labels));
          if (!child.continues) {
            break;
          }
        }
      }
      return found.isEmpty() ? List.of(name) : found;
    }

    void yaml(String name, boolean root, StringBuilder out, List<String> names) {
      names.add(name);
      out.append("{receiver: '").append(name).append("', continue: ").append(!root && continues);
      if (!root) {
        out.append(", matchers: ").append(conditions.stream().map(Condition::yaml).toList());
      }
      out.append(", routes: [");
      for (int i = 0; i < children.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        children.get(i).yaml(name + "." + i, false, out, names);
      }
      out.append("]}");
    }
  }

  @Property(tries = 500)
  void walksAsTheSecondImplementationDoes(
      @ForAll("trees") Node tree, @ForAll("labels") Map<String, String> labels) {
    Route root = root(tree);
    RouteWalk walk = RouteWalk.of(root, Labels.of(labels));

    assertThat(walk.receivers()).isEqualTo(tree.receivers("r", labels));
    assertThat(new RouteTable(root).match(Labels.of(labels))).isEqualTo(walk.matched());
  }

  /// {@return the tree as Alertmanager's configuration gives it}
  static Route root(Node tree) {
    StringBuilder route = new StringBuilder();
    List<String> names = new ArrayList<>();
    tree.yaml("r", true, route, names);
    String receivers = String.join("'}, {name: '", names);
    String text = "route: " + route + "\nreceivers: [{name: '" + receivers + "'}]\n";

    AlertmanagerReading reading =
        AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT);
    assertThat(reading.loaded().diagnostics()).isEmpty();
    return reading.loaded().get().orElseThrow().route();
  }

  @Provide
  Arbitrary<Node> trees() {
    return nodes(3);
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.of("x", "y"))
        .map(TreeMap::new);
  }

  /// {@return trees of at most this many levels below the root}
  static Arbitrary<Node> nodes(int depth) {
    Arbitrary<Condition> conditions =
        Combinators.combine(
                Arbitraries.of("a", "b", "c"),
                Arbitraries.of("=", "!=", "=~", "!~"),
                Arbitraries.of("x", "y"))
            .as(Condition::new);
    Arbitrary<List<Node>> children =
        depth == 0
            ? Arbitraries.just(List.of())
            : Arbitraries.lazy(() -> nodes(depth - 1)).list().ofMaxSize(depth > 2 ? 10 : 3);
    return Combinators.combine(
            conditions.list().ofMaxSize(2), Arbitraries.of(true, false), children)
        .as(Node::new);
  }
}
