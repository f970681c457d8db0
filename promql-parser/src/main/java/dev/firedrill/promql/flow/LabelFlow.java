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
/// @param choices the only values that labels in `sure` can have, of which there are several; none
///     is empty
public record LabelFlow(
    Set<String> sure,
    boolean open,
    Set<String> named,
    Map<String, String> values,
    Map<String, Set<String>> choices) {
  // More are not worth a case each.
  private static final int MOST_CHOICES = 64;

  /// Nothing is known.
  public static final LabelFlow ANY = new LabelFlow(Set.of(), true, Set.of(), Map.of(), Map.of());

  /// No labels at all.
  public static final LabelFlow NONE = new LabelFlow(Set.of(), false, Set.of(), Map.of(), Map.of());

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
    choices = Map.copyOf(choices);
  }

  /// {@return all values that a label can have; empty where they are not known, or the label may be
  /// missing}
  public Set<String> possibleValues(String label) {
    String only = values.get(label);
    return only != null ? Set.of(only) : choices.getOrDefault(label, Set.of());
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
    return new LabelFlow(
        added(sure, label), open, allowed(label), otherValues, choicesWithout(Set.of(label)));
  }

  /// {@return these, with a label that surely has one of some values}
  ///
  /// @param possible its values, none of them empty; where there are too many or none, it is just
  ///     there
  public LabelFlow withOneOf(String label, Set<String> possible) {
    if (possible.size() == 1) {
      return withValue(label, possible.iterator().next());
    }
    LabelFlow there = withSure(label);
    if (possible.isEmpty() || possible.size() > MOST_CHOICES) {
      return there;
    }
    Map<String, Set<String>> more = new HashMap<>(there.choices);
    more.put(label, Set.copyOf(possible));
    return new LabelFlow(there.sure, there.open, there.named, there.values, more);
  }

  /// {@return these, with a label that is surely there}
  public LabelFlow withValue(String label, String value) {
    Map<String, String> otherValues = new HashMap<>(values);
    otherValues.put(label, value);
    return new LabelFlow(
        added(sure, label), open, allowed(label), otherValues, choicesWithout(Set.of(label)));
  }

  /// {@return these, with a label that may be there}
  public LabelFlow withMaybe(String label) {
    Set<String> otherSure = new HashSet<>(sure);
    otherSure.remove(label);
    Map<String, String> otherValues = new HashMap<>(values);
    otherValues.remove(label);
    return new LabelFlow(
        otherSure, open, allowed(label), otherValues, choicesWithout(Set.of(label)));
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
    return new LabelFlow(otherSure, open, otherNamed, otherValues, choicesWithout(labels));
  }

  private Map<String, Set<String>> choicesWithout(Collection<String> labels) {
    if (choices.isEmpty()) {
      return choices;
    }
    Map<String, Set<String>> fewer = new HashMap<>(choices);
    fewer.keySet().removeAll(labels);
    return fewer;
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
    Map<String, Set<String>> keptChoices = new HashMap<>(choices);
    keptChoices.keySet().retainAll(keptSure);
    return new LabelFlow(keptSure, false, kept, keptValues, keptChoices);
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
    return new LabelFlow(
        bothSure, open || other.open, namedByEither(other), bothValues, choicesOfEither(other));
  }

  private Map<String, Set<String>> choicesOfEither(LabelFlow other) {
    Map<String, Set<String>> both = new HashMap<>();
    for (String label : sure) {
      Set<String> all = new HashSet<>(possibleValues(label));
      Set<String> others = other.possibleValues(label);
      boolean known = !all.isEmpty() && !others.isEmpty();
      all.addAll(others);
      if (known && all.size() > 1 && all.size() <= MOST_CHOICES) {
        both.put(label, all);
      }
    }
    return both;
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
