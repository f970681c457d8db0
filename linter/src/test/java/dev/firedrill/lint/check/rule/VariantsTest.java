package dev.firedrill.lint.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VariantsTest {
  private static RuleFile file(String name, int rules) {
    StringBuilder yaml = new StringBuilder("groups:\n- name: g\n  rules:\n");
    for (int i = 0; i < rules; i++) {
      yaml.append("  - {record: 'a:b").append(i).append("', expr: up}\n");
    }
    SourceFile source = SourceFile.of(name, yaml.toString());
    return Objects.requireNonNull(RuleFiles.read(source, RuleFileOptions.DEFAULT).file());
  }

  private static int duplicates(int rules) {
    RuleSet set = new RuleSet(List.of(file("staging.yml", rules), file("production.yml", rules)));
    return new Linter(List.of(Checks.find("rule/duplicate").orElseThrow()), ScopedSettings.DEFAULT)
        .lint(set)
        .size();
  }

  @Test
  void aCopyOfAWholeFileIsForAnotherServer() {
    assertThat(duplicates(12)).isZero();
  }

  @Test
  void aFewRulesAreCopiedByMistake() {
    assertThat(duplicates(3)).isEqualTo(3);
  }
}
