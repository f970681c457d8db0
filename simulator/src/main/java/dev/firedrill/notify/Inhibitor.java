package dev.firedrill.notify;

import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows which alerts are muted by which others.
///
/// Sources count from the moment they are posted; whether they are muted themselves does not
/// matter.
final class Inhibitor {
  private final List<RuleState> rules = new ArrayList<>();
  private final Behaviour behaviour;

  Inhibitor(List<InhibitRule> rules, Behaviour behaviour) {
    this.behaviour = behaviour;
    rules.forEach(rule -> this.rules.add(new RuleState(rule)));
  }

  /// Takes note of an alert that was posted.
  void add(StoredAlert alert) {
    for (RuleState state : rules) {
      if (state.rule.isSource(alert.labels())) {
        state.add(alert);
      }
    }
  }

  /// {@return the first rule that mutes an alert at a time, with the source}
  Optional<By> muting(Labels target, long time) {
    for (RuleState state : rules) {
      if (state.rule.isTarget(target)) {
        for (StoredAlert source : state.candidates(target, behaviour)) {
          if (!source.isResolved(time) && state.rule.mutes(source.labels(), target)) {
            return Optional.of(new By(state.rule, source));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The cause of a muted alert.
  record By(InhibitRule rule, StoredAlert source) {}

  private static final class RuleState {
    private final InhibitRule rule;
    private final Map<Labels, StoredAlert> sources = new LinkedHashMap<>();
    // For each set of values of the `equal` labels the source that ends last.
    private final Map<List<String>, Labels> index = new HashMap<>();

    RuleState(InhibitRule rule) {
      this.rule = rule;
    }

    void add(StoredAlert alert) {
      sources.put(alert.labels(), alert);
      List<String> key = key(alert.labels());
      @Nullable Labels indexed = index.get(key);
      @Nullable StoredAlert current = indexed == null ? null : sources.get(indexed);
      if (current == null || takesOver(alert, current)) {
        index.put(key, alert.labels());
      }
    }

    // Of alerts of one request that end together the first stays: so it was observed.
    private static boolean takesOver(StoredAlert alert, StoredAlert current) {
      return current.endsAt() < alert.endsAt()
          || (current.endsAt() == alert.endsAt() && current.updatedAt() < alert.updatedAt());
    }

    Iterable<StoredAlert> candidates(Labels target, Behaviour behaviour) {
      if (behaviour.scansAllSources()) {
        return sources.values();
      }
      @Nullable Labels indexed = index.get(key(target));
      @Nullable StoredAlert source = indexed == null ? null : sources.get(indexed);
      return source == null ? List.of() : List.of(source);
    }

    private List<String> key(Labels labels) {
      return rule.equal().stream().map(Located::value).map(labels::get).toList();
    }
  }
}
