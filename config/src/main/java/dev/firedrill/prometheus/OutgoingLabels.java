package dev.firedrill.prometheus;

import com.google.re2j.Pattern;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a Prometheus makes of the labels of an alert before it sends it: external labels where the
/// alert lacks them, then `alert_relabel_configs`, those of all Alertmanagers and those of one.
public final class OutgoingLabels {
  /// Alerts are sent as they are.
  public static final OutgoingLabels UNCHANGED = new OutgoingLabels(Map.of(), List.of(), List.of());

  private final Map<String, String> external;
  private final List<RelabelRule> shared;
  private final List<RelabelRule> own;
  private final List<Pattern> patterns = new ArrayList<>();

  /// What is made of labels.
  ///
  /// @param external the server's external labels
  /// @param shared the rules for all Alertmanagers
  /// @param own the rules for the one that is sent to
  public OutgoingLabels(
      Map<String, String> external, List<RelabelRule> shared, List<RelabelRule> own) {
    this.external = new TreeMap<>(external);
    this.shared = List.copyOf(shared);
    this.own = List.copyOf(own);
    for (RelabelRule rule : rules()) {
      patterns.add(rule.pattern());
    }
  }

  /// {@return what is made of labels by a server that only adds some}
  public static OutgoingLabels of(Map<String, String> external) {
    return new OutgoingLabels(external, List.of(), List.of());
  }

  /// {@return the external labels, by name}
  public Map<String, String> external() {
    return Map.copyOf(external);
  }

  /// {@return the same with other external labels}
  public OutgoingLabels withExternal(Map<String, String> labels) {
    return new OutgoingLabels(labels, shared, own);
  }

  /// {@return all rules, in the order in which they are applied}
  public List<RelabelRule> rules() {
    List<RelabelRule> all = new ArrayList<>(shared);
    all.addAll(own);
    return all;
  }

  /// {@return the labels with which an alert is sent; empty where it is not, since a rule drops it
  ///     or takes its last label away}
  public Optional<Labels> of(Labels alert) {
    LabelChanges changes = new LabelChanges(alert);
    external.forEach(
        (name, value) -> {
          if (!alert.has(name)) {
            changes.set(name, value);
          }
        });
    int next = 0;
    for (RelabelRule rule : shared) {
      if (!rule.apply(changes, patterns.get(next++))) {
        return Optional.empty();
      }
    }
    // Each Alertmanager's own rules start from what all of them get.
    LabelChanges last = own.isEmpty() ? changes : new LabelChanges(changes.labels());
    for (RelabelRule rule : own) {
      if (!rule.apply(last, patterns.get(next++))) {
        return Optional.empty();
      }
    }
    Labels sent = last.labels();
    return sent.size() == 0 ? Optional.empty() : Optional.of(sent);
  }
}
