package dev.firedrill.alertmanager.edit;

import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/// A place where matchers are written: a route, or one side of an inhibition rule.
///
/// @param mapping the route or rule
/// @param match the deprecated key for equal values
/// @param matchRe the deprecated key for regular expressions
/// @param matchers the key of the list that stands for both
record MatcherSite(MappingNode mapping, String match, String matchRe, String matchers) {
  /// {@return all places of a configuration}
  static List<MatcherSite> of(YamlNode document) {
    List<MatcherSite> sites = new ArrayList<>();
    if (document instanceof MappingNode root) {
      root.get("route").ifPresent(route -> routes(route, sites));
      root.get("inhibit_rules").ifPresent(rules -> inhibitRules(rules, sites));
    }
    return sites;
  }

  private static void routes(YamlNode node, List<MatcherSite> sites) {
    if (!(node instanceof MappingNode route) || route.isAlias()) {
      return;
    }
    sites.add(new MatcherSite(route, "match", "match_re", "matchers"));
    if (route.get("routes").orElse(null) instanceof SequenceNode list && !list.isAlias()) {
      list.items().forEach(child -> routes(child, sites));
    }
  }

  private static void inhibitRules(YamlNode node, List<MatcherSite> sites) {
    if (node instanceof SequenceNode list && !list.isAlias()) {
      for (YamlNode item : list.items()) {
        if (item instanceof MappingNode rule && !rule.isAlias()) {
          for (String side : List.of("source", "target")) {
            sites.add(
                new MatcherSite(rule, side + "_match", side + "_match_re", side + "_matchers"));
          }
        }
      }
    }
  }

  /// {@return the entries that hold matchers, in the order of the file}
  List<Entry> entries() {
    return mapping.literal().stream().filter(entry -> isKey(entry.name())).toList();
  }

  private boolean isKey(String name) {
    return name.equals(match) || name.equals(matchRe) || name.equals(matchers);
  }
}
