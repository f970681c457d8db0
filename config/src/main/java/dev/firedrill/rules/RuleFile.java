package dev.firedrill.rules;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;

/// The rule groups of one file: a plain rule file, or all PrometheusRule resources in it.
public record RuleFile(SourceFile source, List<RuleGroup> groups) {
  public RuleFile {
    groups = List.copyOf(groups);
  }

  /// {@return the rules of all groups, in order}
  public List<Rule> rules() {
    return groups.stream().flatMap(group -> group.rules().stream()).toList();
  }
}
