package dev.firedrill.promql.flow;

import dev.firedrill.labels.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which labels the series of an expression carry, as far as the expression alone tells. The metric
/// name counts as the label `__name__`.
///
/// @param sure labels that each series has, with a value that is not empty
/// @param open whether series may have labels that are not named here
/// @param named if `open`, the labels that no series has; else all labels that one may have, `sure`
///     included
/// @param values values known in advance, of labels in `sure`
public record LabelFlow(
    Set<String> sure, boolean open, Set<String> named, Map<String, String> values) {
  /// Nothing is known.
  public static final LabelFlow ANY = new LabelFlow(Set.of(), true, Set.of(), Map.of());

  /// No labels at all.
  public static final LabelFlow NONE = new LabelFlow(Set.of(), false, Set.of(), Map.of());

  /// What is known of one label.
  public enum Carried {
    /// Each series has it.
    SURELY,
    /// Some series may have it.
    MAYBE,
    /// No series has it.
    NEVER
  }

  public LabelFlow {
    sure = Set.copyOf(sure);
    named = Set.copyOf(named);
    values = Map.copyOf(values);
  }

  /// {@return what is known of a label}
  public Carried of(String label) {
    if (sure.contains(label)) {
      return Carried.SURELY;
    }
    return named.contains(label) == open ? Carried.NEVER : Carried.MAYBE;
  }

  /// {@return whether a series may have the label}
  public boolean mayHave(String label) {
    return of(label) != Carried.NEVER;
  }

  /// {@return these, with a label that is surely there, of a value that is not known}
  public LabelFlow withSure(String label) {
    Map<String, String> otherValues = values;
    if (values.containsKey(label)) {
      otherValues = new HashMap<>(values);
      otherValues.remove(label);
    }
    return new LabelFlow(added(sure, label), open, allowed(label), otherValues);
  }

  /// {@return these, with a label that is surely there}
  public LabelFlow withValue(String label, String value) {
    Map<String, String> otherValues = new HashMap<>(values);
    otherValues.put(label, value);
    return new LabelFlow(added(sure, label), open, allowed(label), otherValues);
  }

  /// {@return these, with a label that may be there}
  public LabelFlow withMaybe(String label) {
    Set<String> otherSure = new HashSet<>(sure);
    otherSure.remove(label);
    Map<String, String> otherValues = new HashMap<>(values);
    otherValues.remove(label);
    return new LabelFlow(otherSure, open, allowed(label), otherValues);
  }

  /// {@return these without some labels}
  public LabelFlow without(Collection<String> labels) {
    Set<String> otherSure = new HashSet<>(sure);
    otherSure.removeAll(labels);
    Map<String, String> otherValues = new HashMap<>(values);
    otherValues.keySet().removeAll(labels);
    Set<String> otherNamed = new HashSet<>(named);
    if (open) {
      otherNamed.addAll(labels);
    } else {
      otherNamed.removeAll(labels);
    }
    return new LabelFlow(otherSure, open, otherNamed, otherValues);
  }

  /// {@return these without the metric name}
  public LabelFlow withoutName() {
    return of(Labels.METRIC_NAME) == Carried.NEVER ? this : without(Set.of(Labels.METRIC_NAME));
  }

  /// {@return only some of these}
  public LabelFlow keep(Collection<String> labels) {
    Set<String> kept = new HashSet<>();
    Set<String> keptSure = new HashSet<>();
    Map<String, String> keptValues = new HashMap<>();
    for (String label : labels) {
      switch (of(label)) {
        case SURELY -> {
          kept.add(label);
          keptSure.add(label);
          String value = values.get(label);
          if (value != null) {
            keptValues.put(label, value);
          }
        }
        case MAYBE -> kept.add(label);
        case NEVER -> {
          // Not there to be kept.
        }
      }
    }
    return new LabelFlow(keptSure, false, kept, keptValues);
  }

  /// {@return what holds for series that are described by these or by `other`}
  public LabelFlow or(LabelFlow other) {
    if (equals(other)) {
      return this;
    }
    Set<String> bothSure = new HashSet<>(sure);
    bothSure.retainAll(other.sure);
    Map<String, String> bothValues = new HashMap<>(values);
    bothValues.entrySet().retainAll(other.values.entrySet());
    return new LabelFlow(bothSure, open || other.open, namedByEither(other), bothValues);
  }

  private Set<String> namedByEither(LabelFlow other) {
    Set<String> all = new HashSet<>(named);
    if (open == other.open) {
      if (open) {
        all.retainAll(other.named);
      } else {
        all.addAll(other.named);
      }
      return all;
    }
    // One side may have anything but what it names; what the other may have is added to that.
    Set<String> never = new HashSet<>(open ? named : other.named);
    never.removeAll(open ? other.named : named);
    return never;
  }

  private Set<String> allowed(String label) {
    if (!open) {
      return added(named, label);
    }
    if (!named.contains(label)) {
      return named;
    }
    Set<String> fewer = new HashSet<>(named);
    fewer.remove(label);
    return fewer;
  }

  private static Set<String> added(Set<String> labels, String label) {
    if (labels.contains(label)) {
      return labels;
    }
    Set<String> more = new HashSet<>(labels);
    more.add(label);
    return more;
  }
}
