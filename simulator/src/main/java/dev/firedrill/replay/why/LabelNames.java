package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Names of labels of series, the metric's name left out.
final class LabelNames {
  private LabelNames() {}

  /// {@return those that any of the series has}
  static List<String> of(List<Sample> samples) {
    Set<String> names = new TreeSet<>();
    samples.forEach(each -> names.addAll(each.labels().names()));
    names.remove(Labels.METRIC_NAME);
    return List.copyOf(names);
  }

  /// {@return those in which two series differ}
  static List<String> differing(Labels one, Labels other) {
    Set<String> names = new TreeSet<>(one.names());
    names.addAll(other.names());
    names.removeIf(name -> one.get(name).equals(other.get(name)));
    names.remove(Labels.METRIC_NAME);
    return List.copyOf(names);
  }
}
