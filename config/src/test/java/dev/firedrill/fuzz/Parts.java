package dev.firedrill.fuzz;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Utf8;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The texts inside YAML files: expressions, templates, series, durations.
final class Parts {
  private Parts() {}

  /// {@return all scalars of the files that are longer than a word, none empty}
  static List<byte[]> of(List<byte[]> files) {
    List<byte[]> parts = new ArrayList<>();
    for (byte[] file : files) {
      SourceFile source = SourceFile.of("seed", Utf8.decode(file));
      for (YamlNode document : Yaml.read(source, YamlDialect.GO_V3).documents()) {
        collect(document, parts);
      }
    }
    return parts;
  }

  private static void collect(YamlNode node, List<byte[]> parts) {
    switch (node) {
      case ScalarNode scalar -> {
        if (scalar.text().length() > 12) {
          parts.add(scalar.text().getBytes(StandardCharsets.UTF_8));
        }
      }
      case SequenceNode sequence -> sequence.items().forEach(item -> collect(item, parts));
      case MappingNode mapping -> mapping.entries().forEach(entry -> collect(entry.value(), parts));
    }
  }
}
