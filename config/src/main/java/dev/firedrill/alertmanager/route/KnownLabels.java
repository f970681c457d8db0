package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.Labels;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known of the labels of an alert that has not come yet, or of many alike. Immutable.
public final class KnownLabels {
  /// Nothing is known.
  public static final KnownLabels ANY = new KnownLabels(new TreeMap<>(), LabelKnowledge.anything());

  /// No labels at all.
  public static final KnownLabels NONE = new KnownLabels(new TreeMap<>(), LabelKnowledge.missing());

  private final SortedMap<String, LabelKnowledge> named;
  private final LabelKnowledge others;

  private KnownLabels(SortedMap<String, LabelKnowledge> named, LabelKnowledge others) {
    this.named = named;
    this.others = others;
  }

  /// {@return complete knowledge of a label set}
  public static KnownLabels of(Labels labels) {
    SortedMap<String, LabelKnowledge> named = new TreeMap<>();
    for (int i = 0; i < labels.size(); i++) {
      named.put(labels.name(i), LabelKnowledge.of(labels.value(i)));
    }
    return new KnownLabels(named, LabelKnowledge.missing());
  }

  /// {@return what is known of a label}
  public LabelKnowledge of(String name) {
    LabelKnowledge known = named.get(name);
    return known == null ? others : known;
  }

  /// {@return whether alerts may have labels of which nothing at all is known}
  public boolean open() {
    return others.equals(LabelKnowledge.anything());
  }

  /// {@return this with other knowledge of a label}
  public KnownLabels with(String name, LabelKnowledge knowledge) {
    SortedMap<String, LabelKnowledge> more = new TreeMap<>(named);
    more.put(name, knowledge);
    return new KnownLabels(more, others);
  }

  /// {@return whether a matcher holds}
  public Verdict verdict(Matcher matcher) {
    return of(matcher.name()).verdict(matcher);
  }

  /// {@return what is known once a matcher holds, too}
  public KnownLabels assuming(Matcher matcher) {
    return with(matcher.name(), of(matcher.name()).assuming(matcher));
  }

  /// {@return whether no alert has such labels}
  public boolean impossible() {
    for (LabelKnowledge knowledge : named.values()) {
      if (knowledge.impossible()) {
        return true;
      }
    }
    return false;
  }

  /// {@return the labels of which something is known, by name; missing ones among them}
  public SequencedMap<String, LabelKnowledge> named() {
    return Collections.unmodifiableSequencedMap(new TreeMap<>(named));
  }

  /// {@return the labels whose values are known; missing ones are not among them}
  public Labels values() {
    Labels.Builder labels = new Labels.Builder();
    named.forEach((name, knowledge) -> labels.set(name, knowledge.value().orElse("")));
    return labels.build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KnownLabels that
        && named.equals(that.named)
        && others.equals(that.others);
  }

  @Override
  public int hashCode() {
    return 31 * named.hashCode() + others.hashCode();
  }

  @Override
  public String toString() {
    return named + (open() ? " and others" : "");
  }
}
