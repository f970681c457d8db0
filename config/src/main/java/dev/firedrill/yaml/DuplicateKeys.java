package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds keys that a mapping has twice.
final class DuplicateKeys {
  private static final String IN_MAP = " already set in map";

  private DuplicateKeys() {}

  static void report(List<Entry> entries, YamlDialect dialect, YamlProblems problems) {
    if (entries.size() < 2) {
      return;
    }
    Map<String, Entry> first = new HashMap<>();
    for (Entry entry : entries) {
      Entry earlier =
          entry.key() instanceof ScalarNode ? first.putIfAbsent(entry.name(), entry) : null;
      if (earlier != null) {
        report(entry, earlier, dialect, problems);
      }
    }
  }

  private static void report(
      Entry entry, Entry earlier, YamlDialect dialect, YamlProblems problems) {
    String goText =
        "line " + entry.key().written().start().line() + ": " + goText(entry, earlier, dialect);
    problems.type(
        Diagnostic.error(
                "yaml/duplicate-key",
                "key '" + entry.name() + "' stands here for the second time",
                entry.key().written())
            .withNote("it is first defined here", earlier.key().written())
            .withHelp("remove one of the two"),
        goText);
  }

  private static String goText(Entry entry, Entry earlier, YamlDialect dialect) {
    String name = GoQuote.quote(entry.name());
    return switch (dialect) {
      case GO_V2 -> "key " + name + IN_MAP;
      case GO_V3 ->
          "mapping key "
              + name
              + " already defined at line "
              + earlier.key().written().start().line();
    };
  }

  /// Words what was reported of a mapping as Go's older library does where the mapping turns out to
  /// be a struct.
  static void nameType(List<Entry> entries, String type, YamlProblems problems) {
    for (Entry entry : entries) {
      Location key = entry.key().written();
      problems.reword(
          key,
          IN_MAP,
          "line "
              + key.start().line()
              + ": field "
              + entry.name()
              + " already set in type "
              + type);
    }
  }
}
