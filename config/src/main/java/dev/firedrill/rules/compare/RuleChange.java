package dev.firedrill.rules.compare;

import java.util.List;

/// What became of a rule from one version to another.
public sealed interface RuleChange {
  /// {@return the rule as it is now; as it was where it is gone}
  GroupedRule latest();

  /// A rule that is new.
  record Added(GroupedRule rule) implements RuleChange {
    @Override
    public GroupedRule latest() {
      return rule;
    }
  }

  /// A rule that is gone.
  record Removed(GroupedRule rule) implements RuleChange {
    @Override
    public GroupedRule latest() {
      return rule;
    }
  }

  /// A rule that both versions have.
  ///
  /// @param differences none where it says the same; its file, group and layout may be others
  record Kept(GroupedRule before, GroupedRule after, List<Difference> differences)
      implements RuleChange {
    public Kept {
      differences = List.copyOf(differences);
    }

    @Override
    public GroupedRule latest() {
      return after;
    }

    /// {@return whether the rule was called otherwise}
    public boolean renamed() {
      return !before.name().equals(after.name());
    }
  }

  /// {@return whether both versions say the same}
  default boolean same() {
    return this instanceof Kept kept && kept.differences().isEmpty();
  }
}
