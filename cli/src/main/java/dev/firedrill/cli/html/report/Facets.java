package dev.firedrill.cli.html.report;

import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.rules.LabelText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Chooses the labels that are worth a filter: few enough values to choose from, more than one, and
/// on enough of the alerts.
final class Facets {
  private static final int MOST = 3;
  private static final int MOST_VALUES = 24;
  private static final String SEVERITY = "severity";

  /// What people ask for first.
  private static final List<String> LIKELY =
      List.of(
          SEVERITY,
          "team",
          "owner",
          "squad",
          "service",
          "component",
          "tier",
          "env",
          "environment",
          "cluster",
          "region",
          "namespace",
          "job");

  /// One of many of a kind: what a search is for.
  private static final Set<String> SINGLE =
      Set.of(
          Labels.ALERT_NAME,
          "instance",
          "pod",
          "node",
          "host",
          "hostname",
          "container",
          "device",
          "le",
          "quantile");

  private Facets() {}

  /// {@return names of labels; the most useful first}
  static List<String> of(List<AlertReplay> alerts) {
    Map<String, Set<String>> values = new TreeMap<>();
    Map<String, Integer> alertsWith = new TreeMap<>();
    for (AlertReplay alert : alerts) {
      Set<String> names = new HashSet<>();
      for (LabelText label : alert.rule().labels()) {
        if (!label.value().text().contains("{{")) {
          add(values, names, label.name().value(), label.value().text());
        }
      }
      for (AlertTimeline instance : alert.instances()) {
        instance.labels().forEach((name, value) -> add(values, names, name, value));
      }
      names.forEach(name -> alertsWith.merge(name, 1, Integer::sum));
    }
    List<String> chosen = new ArrayList<>();
    values.forEach(
        (name, all) -> {
          boolean often =
              LIKELY.contains(name) || 2 * alertsWith.getOrDefault(name, 0) >= alerts.size();
          boolean telling = name.equals(SEVERITY) || all.size() > 1;
          if (telling && often && all.size() <= MOST_VALUES && !SINGLE.contains(name)) {
            chosen.add(name);
          }
        });
    chosen.sort(Comparator.comparingInt(Facets::rank).thenComparing(Comparator.naturalOrder()));
    return List.copyOf(chosen.subList(0, Math.min(MOST, chosen.size())));
  }

  private static void add(
      Map<String, Set<String>> values, Set<String> names, String name, String value) {
    names.add(name);
    values.computeIfAbsent(name, key -> new HashSet<>()).add(value);
  }

  private static int rank(String name) {
    int rank = LIKELY.indexOf(name);
    return rank < 0 ? LIKELY.size() : rank;
  }
}
