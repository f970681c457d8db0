package dev.firedrill.grafana;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.grafana.ContactPoint.Integration;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads files that provision Grafana, YAML and JSON alike. What is not understood is passed over:
/// Grafana has its own words for that.
public final class GrafanaReader {
  // Policies within policies; nobody writes so many.
  private static final int MAX_DEPTH = 50;

  private GrafanaReader() {}

  /// {@return what a file provisions; empty where that is neither contact points nor policies nor a
  ///     dashboard}
  public static Optional<GrafanaFile> read(SourceFile source) {
    if (!isWorthReading(source.text())) {
      return Optional.empty();
    }
    // JSON may be indented by tabs, which YAML forbids; inside strings JSON has none.
    boolean json = source.text().stripLeading().startsWith("{");
    SourceFile readable = json ? source.withText(source.text().replace('\t', ' ')) : source;
    return Yaml.read(readable, YamlDialect.GO_V3).first().orElse(null) instanceof MappingNode root
        ? read(readable, root)
        : Optional.empty();
  }

  // Most files are something else, and need not be read to tell.
  private static boolean isWorthReading(String text) {
    return text.contains("contactPoints")
        || text.contains("policies")
        || text.contains("\"panels\"")
        || text.contains("\"rows\"");
  }

  private static Optional<GrafanaFile> read(SourceFile source, MappingNode root) {
    if (root.has("apiVersion") && !root.has("kind")) {
      List<ContactPoint> points = new ArrayList<>();
      for (MappingNode point : mappings(root, "contactPoints")) {
        points.add(contactPoint(point));
      }
      List<NotificationPolicy> policies = new ArrayList<>();
      for (MappingNode policy : mappings(root, "policies")) {
        policies.add(policy(policy, 0));
      }
      return points.isEmpty() && policies.isEmpty()
          ? Optional.empty()
          : Optional.of(new GrafanaFile(source, points, policies, List.of()));
    }
    return PanelReader.isDashboard(root)
        ? Optional.of(new GrafanaFile(source, List.of(), List.of(), PanelReader.panels(root)))
        : Optional.empty();
  }

  private static ContactPoint contactPoint(MappingNode fields) {
    List<Integration> integrations = new ArrayList<>();
    for (MappingNode receiver : mappings(fields, "receivers")) {
      Set<String> settings = new HashSet<>();
      for (String place : List.of("settings", "secureSettings", "secure_settings")) {
        if (receiver.get(place).orElse(null) instanceof MappingNode values) {
          given(values, settings);
        }
      }
      integrations.add(
          new Integration(
              text(receiver, "type"), text(receiver, "uid"), settings, receiver.location()));
    }
    return new ContactPoint(text(fields, "name"), integrations, fields.location());
  }

  private static void given(MappingNode values, Set<String> names) {
    for (Entry entry : values.entries()) {
      boolean empty =
          entry.value() instanceof ScalarNode scalar
              && (scalar.isNull() || scalar.text().isBlank());
      if (!empty) {
        names.add(entry.name());
      }
    }
  }

  private static NotificationPolicy policy(MappingNode fields, int depth) {
    List<NotificationPolicy> routes = new ArrayList<>();
    if (depth < MAX_DEPTH) {
      for (MappingNode route : mappings(fields, "routes")) {
        routes.add(policy(route, depth + 1));
      }
    }
    return new NotificationPolicy(text(fields, "receiver"), routes, fields.location());
  }

  /// {@return the value of a field; null where it has none}
  static @Nullable SourceText text(MappingNode fields, String name) {
    return fields.get(name).orElse(null) instanceof ScalarNode scalar
            && !scalar.isNull()
            && !scalar.text().isBlank()
        ? scalar.value()
        : null;
  }

  /// {@return the mappings in a list; none where there is no such list}
  static List<MappingNode> mappings(MappingNode fields, String name) {
    List<MappingNode> found = new ArrayList<>();
    if (fields.get(name).orElse(null) instanceof SequenceNode list) {
      for (YamlNode item : list.items()) {
        if (item instanceof MappingNode mapping) {
          found.add(mapping);
        }
      }
    }
    return found;
  }
}
