package dev.firedrill.alertmanager.edit;

import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.edit.EditRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fixes that write `matchers` for `match` and `match_re`, and for their kin of inhibition rules.
public final class RouteFixes {
  private RouteFixes() {}

  /// {@return the fix for each deprecated key of a configuration, by where the key starts in the
  ///     file; keys of one route have the same}
  public static Map<Integer, Fix> of(SourceFile file) {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V2);
    Lines lines = new Lines(stream);
    Map<Integer, Fix> fixes = new HashMap<>();
    for (MatcherSite site : stream.first().map(MatcherSite::of).orElse(List.of())) {
      List<Entry> deprecated =
          site.entries().stream().filter(entry -> !entry.name().equals(site.matchers())).toList();
      if (!deprecated.isEmpty()) {
        add(new MatcherEdit(file, site, lines), site, deprecated, fixes);
      }
    }
    return fixes;
  }

  private static void add(
      MatcherEdit edit, MatcherSite site, List<Entry> deprecated, Map<Integer, Fix> fixes) {
    List<TextEdit> edits;
    try {
      edits = edit.edits();
    } catch (EditRefused e) {
      return;
    }
    for (Entry entry : deprecated) {
      fixes.put(
          entry.key().written().span().start(), new Fix("write `" + site.matchers() + "`", edits));
    }
  }
}
