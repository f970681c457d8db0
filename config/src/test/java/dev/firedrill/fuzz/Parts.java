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
  private static final List<String> VALUES =
      List.of(
          "1 2 3 _ stale -4.5e3 0x10 NaN +Inf -Inf",
          "1+2x5 10-1x10 _x3 1x100",
          "{{schema:1 sum:-0.3 count:3.1 z_bucket:7.1 z_bucket_w:0.05 buckets:[5.1 10 7]"
              + " offset:-3 n_buckets:[4.1 5] n_offset:-5 counter_reset_hint:gauge}}x4",
          "{{schema:-53 sum:4 count:5 custom_values:[5 10] buckets:[1 4]}}+{{sum:1}}x3 {{}}",
          "{{sum:1 count:1 buckets:[1]}}-{{sum:0.5 count:1 buckets:[1]}}x2 _ {{count:5}}");

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

  /// {@return series with their values: those of unit tests, and all else that the notation has}
  ///
  /// @param parts scalars of files
  static List<byte[]> series(List<byte[]> parts) {
    List<byte[]> series = new ArrayList<>();
    for (byte[] part : parts) {
      if (new String(part, StandardCharsets.UTF_8).matches("(?s)\\w+\\{.*")) {
        for (String values : VALUES) {
          series.add((Utf8.decode(part) + " " + values).getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return series;
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
