package dev.firedrill.cli.promtool;

import dev.firedrill.labels.Utf8Order;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Rules of one file with the same name and labels, whatever their expressions.
final class DuplicateRules {
  private DuplicateRules() {}

  private record Key(String name, List<String> labels) {}

  /// {@return the error that promtool prints; nothing where there are no duplicates}
  static Optional<String> lint(List<RuleGroup> groups) {
    Set<Key> seen = new HashSet<>();
    Set<Key> repeated = new TreeSet<>(DuplicateRules::compare);
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        Key key = new Key(rule.name().value(), labels(group, rule));
        if (!seen.add(key)) {
          repeated.add(key);
        }
      }
    }
    return repeated.isEmpty() ? Optional.empty() : Optional.of(text(repeated));
  }

  /// Names and values in turn, sorted by name.
  private static List<String> labels(RuleGroup group, Rule rule) {
    Map<String, String> labels = new TreeMap<>(Utf8Order.COMPARATOR);
    for (LabelText label : group.labels()) {
      labels.put(label.name().value(), label.value().text());
    }
    for (LabelText label : rule.labels()) {
      labels.put(label.name().value(), label.value().text());
    }
    List<String> flat = new ArrayList<>();
    labels.forEach(
        (name, value) -> {
          flat.add(name);
          flat.add(value);
        });
    return flat;
  }

  private static int compare(Key left, Key right) {
    int names = Utf8Order.compare(left.name(), right.name());
    return names != 0 ? names : compare(left.labels(), right.labels());
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = Utf8Order.compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static String text(Set<Key> repeated) {
    StringBuilder text = new StringBuilder("lint error ");
    text.append(repeated.size()).append(" duplicate rule(s) found.\n");
    for (Key key : repeated) {
      text.append("Metric: ").append(key.name()).append("\nLabel(s):\n");
      for (int i = 0; i < key.labels().size(); i += 2) {
        text.append('\t').append(key.labels().get(i));
        text.append(": ").append(key.labels().get(i + 1)).append('\n');
      }
    }
    return text.append("Might cause inconsistency while recording expressions").toString();
  }
}
