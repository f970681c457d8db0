package dev.firedrill.lint;

import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.RecordingRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which records read which, by the names of their metrics.
///
/// Records that read each other, through however many others, are found as the strongly connected
/// components of the graph (Kosaraju's two walks), in time linear in its size.
public final class RecordGraph {
  private final Map<String, Set<String>> reads = new LinkedHashMap<>();

  // For each metric the first of those that it reads and is read by.
  private final Map<String, String> components = new HashMap<>();
  private final Set<String> cyclic = new LinkedHashSet<>();
  private final List<List<String>> levels;

  RecordGraph(Map<String, List<RecordingRule>> records) {
    records.forEach((metric, rules) -> reads.put(metric, read(rules, records.keySet())));
    List<String> finished = finished();
    findComponents(finished.reversed());
    Map<String, Integer> members = new HashMap<>();
    components.values().forEach(first -> members.merge(first, 1, Integer::sum));
    components.forEach(
        (metric, first) -> {
          if (members.getOrDefault(first, 0) > 1 || readBy(metric).contains(metric)) {
            cyclic.add(metric);
          }
        });
    levels = findLevels(finished);
  }

  private static Set<String> read(List<RecordingRule> rules, Set<String> recorded) {
    Set<String> names = new LinkedHashSet<>();
    for (RecordingRule rule : rules) {
      for (InstantSelector selector : selectors(rule)) {
        String name = selector.name();
        if (name != null && recorded.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<InstantSelector> selectors(Rule rule) {
    return rule.expr().result() instanceof Parsed parsed
        ? ExprWalk.selectors(parsed.expr())
        : List.of();
  }

  /// {@return the records that the rules of a record read, itself included if it does}
  public Set<String> readBy(String metric) {
    return reads.getOrDefault(metric, Set.of());
  }

  /// {@return whether two records read each other, through any number of records}
  public boolean isCycle(String one, String other) {
    String component = components.get(one);
    return component != null && component.equals(components.get(other));
  }

  /// {@return the records that read themselves, directly or through others}
  Set<String> cyclic() {
    return cyclic;
  }

  /// {@return the records that do not read themselves: first those that read no other such record,
  ///     then those that read these, and so on}
  List<List<String>> levels() {
    return levels;
  }

  /// {@return all metrics, each after those that it reads, as far as there are no cycles}
  private List<String> finished() {
    List<String> finished = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    Deque<Map.Entry<String, Iterator<String>>> path = new ArrayDeque<>();
    for (String start : reads.keySet()) {
      if (seen.add(start)) {
        path.push(Map.entry(start, readBy(start).iterator()));
      }
      while (!path.isEmpty()) {
        Map.Entry<String, Iterator<String>> last = path.getFirst();
        if (!last.getValue().hasNext()) {
          finished.add(path.pop().getKey());
          continue;
        }
        String next = last.getValue().next();
        if (seen.add(next)) {
          path.push(Map.entry(next, readBy(next).iterator()));
        }
      }
    }
    return finished;
  }

  private void findComponents(List<String> order) {
    Map<String, List<String>> readers = new HashMap<>();
    reads.forEach(
        (reader, names) ->
            names.forEach(
                name -> readers.computeIfAbsent(name, each -> new ArrayList<>()).add(reader)));
    Deque<String> pending = new ArrayDeque<>();
    for (String first : order) {
      if (components.containsKey(first)) {
        continue;
      }
      pending.push(first);
      while (!pending.isEmpty()) {
        String metric = pending.pop();
        if (components.putIfAbsent(metric, first) == null) {
          readers.getOrDefault(metric, List.of()).stream()
              .filter(reader -> !components.containsKey(reader))
              .forEach(pending::push);
        }
      }
    }
  }

  private List<List<String>> findLevels(List<String> finished) {
    Map<String, Integer> level = new HashMap<>();
    Map<Integer, List<String>> byLevel = new TreeMap<>();
    for (String metric : finished) {
      if (!cyclic.contains(metric)) {
        int own = 0;
        for (String name : readBy(metric)) {
          own = Math.max(own, level.getOrDefault(name, -1) + 1);
        }
        level.put(metric, own);
        byLevel.computeIfAbsent(own, each -> new ArrayList<>()).add(metric);
      }
    }
    return List.copyOf(byLevel.values());
  }
}
