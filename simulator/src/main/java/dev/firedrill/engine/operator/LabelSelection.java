package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;
import java.util.Set;

/// Keeps or drops labels by name.
public final class LabelSelection {
  private LabelSelection() {}

  /// {@return just the labels of the given names}
  public static Labels keep(Labels labels, Set<String> names) {
    Labels.Builder builder = new Labels.Builder();
    for (String name : names) {
      builder.set(name, labels.get(name));
    }
    return builder.build();
  }

  /// {@return the labels without those of the given names}
  public static Labels drop(Labels labels, Set<String> names) {
    Labels.Builder builder = labels.toBuilder();
    names.forEach(builder::remove);
    return builder.build();
  }

  /// {@return the labels without those of the given names and without the metric name}
  public static Labels dropWithName(Labels labels, Set<String> names) {
    Labels.Builder builder = labels.toBuilder();
    names.forEach(builder::remove);
    return builder.remove(Labels.METRIC_NAME).build();
  }
}
