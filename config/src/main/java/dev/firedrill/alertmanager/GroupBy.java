package dev.firedrill.alertmanager;

import dev.firedrill.labels.Labels;
import java.util.List;

/// Which labels of an alert decide on its group.
///
/// @param all whether all labels do (`...`); then `labels` is empty
/// @param labels the names, in the order of the file
public record GroupBy(boolean all, List<String> labels) {
  /// No labels: one group a route.
  public static final GroupBy NONE = new GroupBy(false, List.of());

  /// All labels: each alert is its own group.
  public static final GroupBy ALL = new GroupBy(true, List.of());

  public GroupBy {
    labels = List.copyOf(labels);
  }

  /// {@return those of an alert's labels that name its group; a label that the alert lacks is not
  /// among them}
  public Labels groupLabels(Labels alert) {
    if (all) {
      return alert;
    }
    Labels.Builder builder = new Labels.Builder();
    for (String name : labels) {
      builder.set(name, alert.get(name));
    }
    return builder.build();
  }
}
