package dev.firedrill.cli.finding;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.IdentityHashMap;
import java.util.List;

/// Names what findings are about, in a way that lines may move without changing it: the innermost
/// rule, group, receiver or other named thing that a place is in.
final class Subject {
  private static final List<String> NAMES = List.of("alert", "record", "name", "receiver");

  private final IdentityHashMap<SourceFile, YamlStream> files = new IdentityHashMap<>();

  /// {@return the name, such as `alert JobFailed`; empty outside of anything that has one}
  String of(Location place) {
    YamlStream stream =
        files.computeIfAbsent(place.file(), file -> Yaml.read(file, YamlDialect.GO_V3));
    String found = "";
    for (YamlNode document : stream.documents()) {
      found = innermost(document, place.span().start(), found);
    }
    return found;
  }

  private static String innermost(YamlNode node, int offset, String outer) {
    return switch (node) {
      case ScalarNode _ -> outer;
      case SequenceNode list -> {
        String found = outer;
        for (YamlNode item : list.items()) {
          found = covers(item, offset) ? innermost(item, offset, found) : found;
        }
        yield found;
      }
      case MappingNode mapping -> {
        String found = name(mapping, outer);
        for (Entry entry : mapping.literal()) {
          found = covers(entry.value(), offset) ? innermost(entry.value(), offset, found) : found;
        }
        yield found;
      }
    };
  }

  private static boolean covers(YamlNode node, int offset) {
    return node.written().span().start() <= offset && offset <= node.written().span().end();
  }

  private static String name(MappingNode mapping, String outer) {
    for (String key : NAMES) {
      if (mapping.get(key).orElse(null) instanceof ScalarNode scalar) {
        return key + " " + scalar.text();
      }
    }
    return outer;
  }
}
