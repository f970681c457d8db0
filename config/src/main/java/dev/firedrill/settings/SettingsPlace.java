package dev.firedrill.settings;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.Optional;

/// Where something stands in a settings file. Places are wanted only where something is wrong, so
/// the file is read for them then.
final class SettingsPlace {
  /// What findings about files that are not there are called.
  static final String NO_FILES = "settings/no-files";

  private SettingsPlace() {}

  /// {@return where a value stands; the beginning of the file where it cannot be found}
  ///
  /// @param item of a list, counted from 0; negative for the value itself
  /// @param keys that lead to it
  static Location of(SourceFile source, int item, String... keys) {
    Optional<YamlNode> found = Yaml.read(source, YamlDialect.GO_V3).first();
    for (String key : keys) {
      found =
          found.flatMap(
              node -> node instanceof MappingNode mapping ? mapping.get(key) : Optional.empty());
    }
    return found
        .map(node -> node instanceof SequenceNode s && item >= 0 ? s.items().get(item) : node)
        .map(YamlNode::written)
        .orElse(new Location(source, Span.at(0)));
  }

  /// {@return the finding that a file is not there}
  static Diagnostic absent(String name, Location place) {
    return Diagnostic.error(NO_FILES, "'" + name + "' does not exist", place)
        .withHelp("correct the path, which is relative to this file, or take it out");
  }
}
