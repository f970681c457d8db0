package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinterTest {
  // Records that read each other, a rule that is there in each file, and templates.
  private static final String RULES =
      """
      groups:
      - name: groupNUMBER
        rules:
        - record: job:aNUMBER:sum
          expr: sum by (job) (bNUMBER or rate(aNUMBER_total[5m]))
        - record: bNUMBER
          expr: job:aNUMBER:sum offset 5m
        - alert: Same
          expr: bNUMBER
          labels: {severity: critcal, value: '{{ $value }}'}
        - alert: OtherNUMBER
          expr: sum(errors_total) by (job) > 0
          labels: {severity: warning}
          annotations: {summary: '{{ $labels.instance }} of {{ $labels.job }}'}
      """;

  private static List<RuleFile> files() {
    List<RuleFile> files = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      SourceFile file =
          SourceFile.of("rules" + i + ".yml", RULES.replace("NUMBER", Integer.toString(i % 50)));
      files.add(
          Objects.requireNonNull(
              RuleFiles.read(Yaml.read(file, YamlDialect.GO_V3), RuleFileOptions.DEFAULT).file()));
    }
    return files;
  }

  @Test
  void findsTheSameInTheSameOrderHoweverManyThreadsLook() {
    List<RuleFile> files = files();
    List<Diagnostic> alone =
        new Linter(Checks.all(), ScopedSettings.DEFAULT, 1).lint(new RuleSet(files));
    assertThat(alone).hasSizeGreaterThan(1000);
    for (int i = 0; i < 5; i++) {
      assertThat(new Linter(Checks.all(), ScopedSettings.DEFAULT, 4).lint(new RuleSet(files)))
          .isEqualTo(alone);
    }
  }
}
