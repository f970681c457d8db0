package dev.firedrill.yaml.edit;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import org.jspecify.annotations.Nullable;

/// Walks over YAML as it is written.
public final class Nodes {
  private Nodes() {}

  /// {@return the outermost mapping that starts at a place; null where none does}
  static @Nullable YamlNode startingAt(YamlNode node, int offset) {
    if (node.isAlias()) {
      return null;
    }
    return switch (node) {
      case ScalarNode _ -> null;
      case SequenceNode sequence -> {
        for (YamlNode item : sequence.items()) {
          YamlNode found = startingAt(item, offset);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
      case MappingNode mapping -> {
        if (mapping.location().span().start() == offset) {
          yield mapping;
        }
        for (Entry entry : mapping.literal()) {
          YamlNode found = startingAt(entry.value(), offset);
          if (found != null) {
            yield found;
          }
        }
        yield null;
      }
    };
  }

  /// {@return whether an alias anywhere in a document stands for something of which a place is a
  ///     part, or stands at the place}
  public static boolean isShared(YamlNode root, Span place) {
    if (root.isAlias()) {
      return overlap(root.location().span(), place) || overlap(root.written().span(), place);
    }
    return switch (root) {
      case ScalarNode _ -> false;
      case SequenceNode sequence ->
          sequence.items().stream().anyMatch(item -> isShared(item, place));
      case MappingNode mapping ->
          mapping.literal().stream().anyMatch(entry -> isShared(entry.value(), place));
    };
  }

  private static boolean overlap(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }
}
