package dev.firedrill.alertmanager.receiver;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.util.List;
import java.util.Optional;

/// Fields as they are written, for what is demanded of several of them together.
public final class Settings {
  private static final String INVALID = "receiver/invalid";
  private static final String INCOMPLETE = "receiver/incomplete";

  private final YamlFields fields;
  private final YamlProblems problems;

  /// Settings of a mapping; of a null all are missing.
  ///
  /// @param problems where [#reject] reports to
  public Settings(YamlNode node, YamlProblems problems) {
    this.fields = YamlFields.of(node, "", new YamlProblems());
    this.problems = problems;
  }

  /// {@return whether a field has a value that is not empty}
  public boolean has(String name) {
    return fields
        .node(name)
        .filter(node -> !(node instanceof ScalarNode scalar && scalar.text().isEmpty()))
        .isPresent();
  }

  /// {@return whether any of some fields has a value}
  public boolean hasAny(String... names) {
    for (String name : names) {
      if (has(name)) {
        return true;
      }
    }
    return false;
  }

  /// {@return the text of a field, or nothing}
  public String text(String name) {
    return fields.node(name).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
  }

  /// {@return whether a field says yes}
  public boolean isTrue(String name) {
    YamlNode node = fields.node(name).orElse(null);
    return node instanceof ScalarNode
        && Boolean.TRUE.equals(
            Optional.ofNullable(new YamlValues(new YamlProblems()).bool(node))
                .map(Located::value)
                .orElse(false));
  }

  /// {@return the settings within a field; nothing where it is missing}
  public Optional<Settings> object(String name) {
    return fields.node(name).map(node -> new Settings(node, problems));
  }

  /// {@return the settings within each item of a field}
  public List<Settings> objects(String name) {
    return fields.node(name).orElse(null) instanceof SequenceNode list
        ? list.items().stream().map(node -> new Settings(node, problems)).toList()
        : List.of();
  }

  /// {@return the names and values within a field}
  public List<Entry> entries(String name) {
    return fields.node(name).orElse(null) instanceof MappingNode map ? map.entries() : List.of();
  }

  /// {@return whether it was rejected that two fields are given where one may be}
  public boolean atMostOne(String first, String second) {
    boolean both = has(first) && has(second);
    if (both) {
      reject("at most one of " + first + " & " + second + " must be configured", second);
    }
    return both;
  }

  /// {@return whether it was rejected that not one of two fields is given}
  public boolean oneOf(String first, String second) {
    boolean none = !has(first) && !has(second);
    if (none) {
      reject("one of " + first + " or " + second + " must be configured", first);
    }
    return none || atMostOne(first, second);
  }

  /// Reports what Alertmanager refuses; a field to blame that is not there is one that is missing.
  ///
  /// @param message its words
  /// @param name the field to blame; the whole where it is missing
  public void reject(String message, String name) {
    Location place = fields.key(name).map(YamlNode::written).orElseGet(fields::location);
    String check = fields.key(name).isPresent() ? INVALID : INCOMPLETE;
    problems.value(Diagnostic.error(check, message, place), message);
  }
}
