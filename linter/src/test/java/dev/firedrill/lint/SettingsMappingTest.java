package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsMappingTest {
  private static final String RULES =
      """
      groups:
      - name: training
        labels: {team: ml}
        rules:
        - {alert: QueueLong, expr: queue_length > 5, for: 5m}
        - {alert: QueueStuck, expr: queue_length > 5, for: 5m}
      """;

  private static Loaded<ScopedSettings> map(String settings) {
    SourceFile source = SourceFile.of(".firedrill.yml", settings);
    SettingsFile file = SettingsReader.read(source, Path.of("/repo")).get().orElseThrow();
    return SettingsMapping.of(file, Checks.infos(), path -> path);
  }

  private static List<String> findings(String settings) {
    Loaded<ScopedSettings> mapped = map(settings);
    assertThat(mapped.diagnostics()).isEmpty();
    RuleFile rules =
        RuleFiles.read(SourceFile.of("rules/a.yml", RULES), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    return new Linter(Checks.all(), mapped.get().orElseThrow())
        .lint(new RuleSet(List.of(rules))).stream()
            .map(
                finding ->
                    finding.location().start().line()
                        + " "
                        + finding.severity().word()
                        + " "
                        + finding.check())
            .sorted()
            .toList();
  }

  private static List<String> problems(String settings) {
    return map(settings).diagnostics().stream()
        .map(
            each ->
                each.location().start().line()
                    + ":"
                    + each.location().start().column()
                    + " "
                    + each.message()
                    + " ("
                    + each.help()
                    + ")")
        .toList();
  }

  @Test
  void switchesChecksOffAndChangesSeverities() {
    assertThat(findings(""))
        .containsExactly(
            "5 error severity/missing",
            "5 info annotation/required",
            "6 error severity/missing",
            "6 info annotation/required");
    assertThat(findings("lint: {checks: {severity/missing: off, annotation/required: error}}"))
        .containsExactly("5 error annotation/required", "6 error annotation/required");
    assertThat(findings("lint: {preset: strict, checks: {severity/missing: off}}"))
        .containsExactly("5 warning annotation/required", "6 warning annotation/required");
  }

  @Test
  void setsParameters() {
    assertThat(
            findings("lint: {checks: {severity/missing: {label: team}, annotation/required: off}}"))
        .isEmpty();
  }

  @Test
  void overridesForSomeFilesAndRules() {
    String off = "checks: {severity/missing: off, annotation/required: off}";
    assertThat(findings("lint: {overrides: [{paths: ['rules/**'], " + off + "}]}")).isEmpty();
    assertThat(findings("lint: {overrides: [{paths: [other/*], " + off + "}]}")).hasSize(4);
    assertThat(findings("lint: {overrides: [{match: {alert: '.*Long'}, " + off + "}]}"))
        .containsExactly("6 error severity/missing", "6 info annotation/required");
    assertThat(findings("lint: {overrides: [{match: {labels: {team: ml}}, " + off + "}]}"))
        .isEmpty();
    assertThat(findings("lint: {overrides: [{match: {labels: {team: web}}, " + off + "}]}"))
        .hasSize(4);
    assertThat(findings("lint: {overrides: [{match: {group: training, record: x}, " + off + "}]}"))
        .hasSize(4);
  }

  @Test
  void laterOverridesWin() {
    assertThat(
            findings(
                """
                lint:
                  checks: {annotation/required: off, severity/missing: off}
                  overrides:
                  - match: {group: training}
                    checks: {severity/missing: warning}
                  - match: {alert: QueueStuck}
                    checks: {severity/missing: info}
                """))
        .containsExactly("5 warning severity/missing", "6 info severity/missing");
  }

  @Test
  void reportsWhatIsNotKnown() {
    assertThat(problems("lint:\n  checks:\n    severity/mising: off\n"))
        .containsExactly("3:5 unknown check: 'severity/mising' (did you mean 'severity/missing'?)");
    assertThat(problems("lint:\n  checks:\n    severity/missing: {labl: team}\n"))
        .containsExactly(
            "3:24 unknown parameter of severity/missing: 'labl' (did you mean 'label'?)");
    assertThat(problems("lint:\n  checks:\n    annotation/required: {any_of: summary}\n"))
        .containsExactly(
            "3:35 expected a list of texts for 'any_of' (annotations of which an alert needs at"
                + " least one)");
    assertThat(problems("lint:\n  overrides:\n  - match: {alert: '('}\n"))
        .singleElement()
        .asString()
        .startsWith("3:20 not a regular expression");
  }

  @Test
  void takesValuesOfEachType() {
    assertThat(
            problems(
                """
                lint:
                  checks:
                    group/too-many-rules: {max: 5}
                    group/interval: {max: 10m}
                    label/required: {required: [team, 5], values: {team: [a]}}
                """))
        .isEmpty();
    assertThat(problems("lint:\n  checks:\n    group/interval: {max: soon}\n"))
        .containsExactly(
            "3:27 expected a duration such as 5m for 'max' (the longest interval: Prometheus looks"
                + " back this far)");
    assertThat(problems("lint:\n  checks:\n    group/too-many-rules: {max: many}\n")).hasSize(1);
    assertThat(problems("lint:\n  checks:\n    label/required: {values: [a]}\n")).hasSize(1);
  }
}
