package dev.firedrill.settings;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares settings with their JSON Schema and says what does not fit, with its place in the file.
///
/// It knows what that schema uses: `$ref`, `type`, `properties`, `additionalProperties`, `items`,
/// `required`, `enum` and `anyOf`. A null stands for a setting that is not there.
final class SchemaComparison {
  private static final String SCHEMA = "settings.schema.json";
  private static final String CHECK = "settings/invalid";

  private final MappingNode root;
  private final List<Diagnostic> found = new ArrayList<>();

  private SchemaComparison(MappingNode root) {
    this.root = root;
  }

  /// {@return what does not fit, in the order of the file}
  static List<Diagnostic> of(YamlNode settings) {
    SchemaComparison comparison = new SchemaComparison(schema());
    comparison.compare(settings, comparison.root, "settings");
    return comparison.found;
  }

  // JSON is YAML, so the schema needs no reader of its own.
  private static MappingNode schema() {
    try (InputStream stream = SchemaComparison.class.getResourceAsStream(SCHEMA)) {
      if (stream == null) {
        throw new IllegalStateException("the settings' schema is missing from the installation");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      SourceFile file = SourceFile.of(SCHEMA, text);
      return (MappingNode) Yaml.read(file, YamlDialect.GO_V3).first().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(YamlNode node, MappingNode given, String name) {
    MappingNode schema = resolved(given);
    List<YamlNode> anyOf = items(schema, "anyOf");
    if (!anyOf.isEmpty()) {
      compareAny(node, anyOf, name);
      return;
    }
    List<YamlNode> allowed = items(schema, "enum");
    if (!allowed.isEmpty()) {
      compareEnum(node, allowed.stream().map(SchemaComparison::text).toList(), name);
      return;
    }
    String type = schema.get("type").map(SchemaComparison::text).orElse("");
    switch (node) {
      case MappingNode mapping when type.equals("object") -> compareObject(mapping, schema, name);
      case SequenceNode list when type.equals("array") -> compareItems(list, schema, name);
      case ScalarNode scalar when type.equals("string") && isText(scalar) -> {
        // Nothing more is asked of a text.
      }
      case MappingNode _, SequenceNode _, ScalarNode _ -> {
        if (!isNull(node)) {
          reject("expected " + described(type) + " for " + quoted(name), node.written());
        }
      }
    }
  }

  private void compareAny(YamlNode node, List<YamlNode> choices, String name) {
    for (YamlNode choice : choices) {
      MappingNode schema = resolved((MappingNode) choice);
      boolean object = schema.has("properties");
      if (object == (node instanceof MappingNode)) {
        compare(node, schema, name);
        return;
      }
    }
    reject("a list is no value for " + quoted(name), node.written());
  }

  private void compareEnum(YamlNode node, List<String> allowed, String name) {
    String value = node instanceof ScalarNode scalar ? scalar.text() : "";
    if (isNull(node) || allowed.contains(value)) {
      return;
    }
    String message =
        node instanceof ScalarNode
            ? quoted(value) + " is no value for " + quoted(name)
            : "expected one word for " + quoted(name);
    found.add(
        Diagnostic.error(CHECK, message, node.written())
            .withHelp("it is one of " + String.join(", ", allowed)));
  }

  private void compareObject(MappingNode mapping, MappingNode schema, String name) {
    List<String> known = new ArrayList<>();
    schema
        .get("properties")
        .ifPresent(node -> ((MappingNode) node).entries().forEach(e -> known.add(e.name())));
    for (Entry entry : mapping.entries()) {
      Optional<MappingNode> property = property(schema, entry.name());
      if (property.isPresent()) {
        compare(entry.value(), property.get(), entry.name());
      } else if (schema.has("additionalProperties")) {
        unknown(entry, known, name);
      }
    }
    for (YamlNode required : items(schema, "required")) {
      if (!mapping.has(text(required))) {
        reject(quoted(text(required)) + " is missing", mapping.written());
      }
    }
  }

  private static Optional<MappingNode> property(MappingNode schema, String name) {
    return schema
        .get("properties")
        .flatMap(properties -> ((MappingNode) properties).get(name))
        .or(() -> schema.get("additionalProperties"))
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  private void unknown(Entry entry, List<String> known, String parent) {
    String help =
        Spelling.nearest(entry.name(), known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("known here: " + String.join(", ", known));
    String message = "unknown setting " + quoted(entry.name()) + " in " + quoted(parent);
    found.add(Diagnostic.error(CHECK, message, entry.key().written()).withHelp(help));
  }

  private void compareItems(SequenceNode list, MappingNode schema, String name) {
    MappingNode items = (MappingNode) schema.get("items").orElseThrow();
    for (YamlNode item : list.items()) {
      if (isNull(item)) {
        reject("an empty item of " + quoted(name), item.written());
      } else {
        compare(item, items, name);
      }
    }
  }

  private MappingNode resolved(MappingNode schema) {
    Optional<YamlNode> reference = schema.get("$ref");
    if (reference.isEmpty()) {
      return schema;
    }
    MappingNode definitions = (MappingNode) root.get("$defs").orElseThrow();
    String name = text(reference.get()).substring("#/$defs/".length());
    return (MappingNode) definitions.get(name).orElseThrow();
  }

  private void reject(String message, Location place) {
    found.add(Diagnostic.error(CHECK, message, place));
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }

  // A number or boolean where a text is wanted is taken for one, as the binding does.
  private static boolean isText(ScalarNode scalar) {
    return scalar.kind() != ScalarKind.NULL;
  }

  private static String described(String type) {
    return switch (type) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      default -> "a text";
    };
  }

  private static List<YamlNode> items(MappingNode schema, String name) {
    return schema.get(name).map(node -> ((SequenceNode) node).items()).orElse(List.of());
  }

  private static String text(YamlNode node) {
    return ((ScalarNode) node).text();
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
