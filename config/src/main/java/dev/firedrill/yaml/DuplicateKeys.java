package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds keys that a mapping has twice.
final class DuplicateKeys {
  private DuplicateKeys() {}

  static void report(List<Entry> entries, YamlProblems problems) {
    if (entries.size() < 2) {
      return;
    }
    Map<String, Entry> first = new HashMap<>();
    for (Entry entry : entries) {
      Entry earlier =
          entry.key() instanceof ScalarNode ? first.putIfAbsent(entry.name(), entry) : null;
      if (earlier != null) {
        report(entry, earlier, problems);
      }
    }
  }

  private static void report(Entry entry, Entry earlier, YamlProblems problems) {
    String goText =
        "line "
            + entry.key().written().start().line()
            + ": mapping key "
            + GoQuote.quote(entry.name())
            + " already defined at line "
            + earlier.key().written().start().line();
    problems.type(
        Diagnostic.error(
                "yaml/duplicate-key",
                "key '" + entry.name() + "' stands here for the second time",
                entry.key().written())
            .withNote("it is first defined here", earlier.key().written())
            .withHelp("remove one of the two"),
        goText);
  }
}
