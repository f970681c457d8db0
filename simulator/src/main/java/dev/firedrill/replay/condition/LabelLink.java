package dev.firedrill.replay.condition;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.VectorMatching;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Which labels a series inside an expression shares with what comes of the expression.
///
/// @param only whether it is the labels named alone that are shared, rather than all others
public record LabelLink(boolean only, Set<String> names) {
  /// All labels are shared, the metric name aside.
  public static final LabelLink ALL = new LabelLink(false, Set.of());

  public LabelLink {
    names = Set.copyOf(names);
  }

  /// {@return the labels of this that are also among the ones named}
  public LabelLink keeping(Collection<String> kept) {
    Set<String> both = new HashSet<>(kept);
    if (only) {
      both.retainAll(names);
    } else {
      both.removeAll(names);
    }
    return new LabelLink(true, both);
  }

  /// {@return the labels of this that are not among the ones named}
  public LabelLink dropping(Collection<String> dropped) {
    Set<String> rest = new HashSet<>(names);
    if (only) {
      rest.removeAll(dropped);
    } else {
      rest.addAll(dropped);
    }
    return new LabelLink(only, rest);
  }

  LabelLink matched(VectorMatching matching) {
    return matching.on() ? keeping(matching.labels()) : dropping(matching.labels());
  }

  LabelLink grouped(Grouping grouping) {
    return grouping.without() ? dropping(grouping.labels()) : keeping(grouping.labels());
  }

  /// {@return whether a label is shared}
  public boolean shares(String label) {
    return !label.equals(Labels.METRIC_NAME) && only == names.contains(label);
  }

  /// {@return whether a series belongs to an alert instance: whether all labels that both share are
  ///     the same}
  ///
  /// @param series labels inside the expression
  /// @param instance labels of the alert, `alertname` among them
  /// @param written names of the labels that the rule and its group write, whatever the series has
  public boolean joins(Labels series, Labels instance, Set<String> written) {
    return agrees(series, instance, written) && agrees(instance, series, written);
  }

  private boolean agrees(Labels one, Labels other, Set<String> written) {
    for (int i = 0; i < one.size(); i++) {
      String name = one.name(i);
      boolean counts = shares(name) && !name.equals(Labels.ALERT_NAME) && !written.contains(name);
      if (counts && !one.value(i).equals(other.get(name))) {
        return false;
      }
    }
    return true;
  }
}
