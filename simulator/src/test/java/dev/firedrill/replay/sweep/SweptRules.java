package dev.firedrill.replay.sweep;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;

/// Rules whose settings tests vary.
final class SweptRules {
  private SweptRules() {}

  /// {@return an alert with `for: 10m`, its expression in line 5, column 11 of `rules.yml`}
  static AlertingRule alert(String expr) {
    String yaml =
        "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: " + expr + "\n    for: 10m\n";
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", yaml), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    return (AlertingRule) file.rules().getFirst();
  }
}
