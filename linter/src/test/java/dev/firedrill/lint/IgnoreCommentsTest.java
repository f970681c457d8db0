package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IgnoreCommentsTest {
  private static final Set<String> CHECKS =
      Set.of("severity/missing", "promql/regex", "annotation/empty", "group/interval");

  @Test
  void standBeforeWhatTheySilence() {
    assertSilenced(
        """
        groups:
        - name: g
          # firedrill: ignore=group/interval because
          interval: 10m
          rules:
          # firedrill: ignore=severity/missing because
          - alert: A
            # firedrill: ignore=promql/regex because
            expr: up{job=~"a"}
            annotations:
              # firedrill: ignore=annotation/empty because
              summary: TODO
        """);
  }

  @Test
  void standBeforeTextsOfSeveralLines() {
    assertSilenced(
        """
        groups:
        - name: g
          rules:
          - alert: A
            # firedrill: ignore=promql/regex because
            expr: |
              up == 0
                and up{job=~"a"}
            labels: {severity: page}
          - alert: B
            labels: {severity: page}
            # firedrill: ignore=promql/regex because
            expr:
              up == 0 and
              up{job=~"a"}
        """
            .replace("    # firedrill: ignore=promql/regex because\n    expr:\n", "    expr:\n")
            .replace(
                "      up == 0 and",
                "      # firedrill: ignore=promql/regex because\n      up == 0 and"));
  }

  @Test
  void areWrittenIntoBracketsToo() {
    assertSilenced(
        """
        {groups: [{name: g, rules: [
          # firedrill: ignore=promql/regex,severity/missing because
          {alert: A, expr: 'up{job=~"a"}'},
          {alert: B, labels: {severity: page},
              # firedrill: ignore=promql/regex because
              expr: 'up{job=~"b"}'}]}]}
        """);
  }

  @Test
  void keepTheLineBreaksOfTheFile() {
    String rules = "groups:\r\n- name: g\r\n  rules:\r\n  - alert: A\r\n    expr: up == 0\r\n";
    RuleFile file = read(rules);
    assertThat(added(file, found(file)))
        .isEqualTo(
            rules.replace("  - a", "  # firedrill: ignore=severity/missing because\r\n  - a"));
  }

  // The comments are those that are added where they are not there, and none where they are.
  private static void assertSilenced(String commented) {
    RuleFile file = read(commented.replaceAll(" *# firedrill.*\n", ""));
    assertThat(added(file, found(file))).isEqualTo(commented);
    assertThat(found(read(commented))).isEmpty();
  }

  private static String added(RuleFile file, List<Diagnostic> found) {
    return Fixes.apply(file.source(), IgnoreComments.of(file, found, "because"));
  }

  private static List<Diagnostic> found(RuleFile file) {
    ScopedSettings settings = ScopedSettings.DEFAULT.choose(CHECKS, Set.of());
    List<Diagnostic> found = new Linter(Checks.all(), settings).lint(new RuleSet(List.of(file)));
    return Suppressions.apply(List.of(file), found, settings, LocalDate.of(2026, 11, 21));
  }

  private static RuleFile read(String rules) {
    SourceFile source = SourceFile.of("rules.yml", rules);
    return Objects.requireNonNull(RuleFiles.read(source, RuleFileOptions.DEFAULT).file());
  }
}
