package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows merge keys: `<<: *defaults`.
///
/// A written key takes the place of a merged one; for `yaml.v2` only if it comes later. The first
/// of two equal written keys stays.
final class MergeKeys {
  private final YamlDialect dialect;
  private final YamlProblems problems;

  MergeKeys(YamlDialect dialect, YamlProblems problems) {
    this.dialect = dialect;
    this.problems = problems;
  }

  /// {@return the entries with those of merged mappings among them, each key once}
  List<Entry> apply(List<Entry> written) {
    if (!hasMerge(written) && !hasRepeated(written)) {
      return written;
    }
    Map<String, Entry> named = new LinkedHashMap<>();
    List<Entry> unnamed = new ArrayList<>();
    Set<String> own = new HashSet<>();
    for (Entry entry : written) {
      if (isMerge(entry)) {
        merge(entry.value(), named, dialect == YamlDialect.GO_V3 ? own : Set.of());
      } else if (!(entry.key() instanceof ScalarNode)) {
        unnamed.add(entry);
      } else if (own.add(entry.name())) {
        named.put(entry.name(), entry);
      }
    }
    List<Entry> all = new ArrayList<>(named.values());
    all.addAll(unnamed);
    return all;
  }

  private void merge(YamlNode source, Map<String, Entry> result, Set<String> kept) {
    switch (source) {
      case MappingNode mapping -> mergeMapping(mapping, result, kept);
      case SequenceNode sequence -> mergeSequence(sequence, result, kept);
      case ScalarNode scalar -> refuse(scalar);
    }
  }

  private void mergeSequence(SequenceNode sequence, Map<String, Entry> result, Set<String> kept) {
    // The first mapping of the list has precedence.
    for (YamlNode item : sequence.items().reversed()) {
      if (item instanceof MappingNode mapping) {
        mergeMapping(mapping, result, kept);
      } else {
        refuse(item);
      }
    }
  }

  private void mergeMapping(MappingNode mapping, Map<String, Entry> result, Set<String> kept) {
    for (Entry entry : mapping.entries()) {
      if (!kept.contains(entry.name())) {
        result.put(entry.name(), entry);
      }
    }
  }

  private void refuse(YamlNode source) {
    String message = "map merge requires map or sequence of maps as the value";
    problems.value(
        Diagnostic.error("yaml/type", message, source.written())
            .withHelp("refer to a mapping, as in <<: *defaults"),
        message);
  }

  private static boolean hasMerge(List<Entry> entries) {
    for (Entry entry : entries) {
      if (isMerge(entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasRepeated(List<Entry> entries) {
    return entries.stream().map(Entry::name).distinct().count() < entries.size();
  }

  private static boolean isMerge(Entry entry) {
    return entry.key() instanceof ScalarNode key && key.kind() == ScalarKind.MERGE;
  }
}
