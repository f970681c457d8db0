package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  // `severity/missing` at line 4 and `annotation/required` at line 4, if nothing is silenced.
  private static List<String> findings(String rules) {
    return findings(rules, Set.of("severity/missing", "annotation/required"));
  }

  private static List<String> findings(String rules, Set<String> checks) {
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    ScopedSettings settings = ScopedSettings.DEFAULT.choose(checks, Set.of());
    List<Diagnostic> found = new Linter(Checks.all(), settings).lint(new RuleSet(List.of(file)));
    return Suppressions.apply(List.of(file), found, settings, TODAY).stream()
        .map(finding -> finding.location().start().line() + " " + finding.check())
        .toList();
  }

  private static String rules(String before, String beside) {
    return "groups:\n- name: g\n  rules:\n"
        + before
        + "  - alert: A"
        + beside
        + "\n    expr: up == 0\n";
  }

  @Test
  void silenceTheirLine() {
    assertThat(findings(rules("", "")))
        .containsExactly("4 annotation/required", "4 severity/missing");
    assertThat(findings(rules("", " # firedrill: ignore=severity/missing known")))
        .containsExactly("4 annotation/required");
    assertThat(findings(rules("", " # firedrill: ignore=severity/missing,annotation/required")))
        .isEmpty();
    assertThat(findings(rules("", " # firedrill: ignore=annotation/* later")))
        .containsExactly("4 severity/missing");
  }

  @Test
  void silenceTheRuleThatFollows() {
    assertThat(findings(rules("  # firedrill: ignore=severity/missing\n\n  # A remark\n", "")))
        .containsExactly("7 annotation/required");
  }

  @Test
  void silenceATextOfSeveralLines() {
    String block = "%n    expr: |%s%n      up{job=~%n      \"a\"}%n";
    String none = "groups:\n- name: g\n  rules:\n  - alert: A%s" + block;
    String comment = "# firedrill: ignore=promql/regex known";
    assertThat(regexes(none.formatted("", ""))).containsExactly("6 promql/regex");
    assertThat(regexes(none.formatted("", "  " + comment))).isEmpty();
    assertThat(regexes(none.formatted("\n    " + comment, ""))).isEmpty();
  }

  private static List<String> regexes(String rules) {
    return findings(rules, Set.of("promql/regex"));
  }

  @Test
  void silenceAFile() {
    assertThat(findings("# firedrill: ignore-file=severity/missing\n" + rules("", "")))
        .containsExactly("5 annotation/required");
  }

  @Test
  void holdUntilADay() {
    assertThat(findings(rules("", " # firedrill: ignore=severity/missing until=2026-11-21 soon")))
        .containsExactly("4 annotation/required");
    assertThat(findings(rules("", " # firedrill: ignore=severity/missing until=2026-11-20 soon")))
        .containsExactly("4 annotation/required", "4 severity/missing", "4 suppression/expired");
    assertThat(findings(rules("", " # firedrill: ignore=severity/missing until=tomorrow")))
        .containsExactly("4 annotation/required", "4 suppression/unused");
  }

  @Test
  void areReportedWhereTheySilenceNothing() {
    assertThat(findings("# firedrill: ignore-file=annotation/required\ngroups: []\n"))
        .containsExactly("1 suppression/unused");
    assertThat(findings(rules("", " # firedrill: ignore=severity/mising")))
        .contains("4 suppression/unused");
    assertThat(findings(rules("", " # firedrill: ignroe=severity/missing")))
        .contains("4 suppression/unused");
    // It did not run, or had no server to ask.
    assertThat(findings("# firedrill: ignore-file=online/series\ngroups: []\n")).isEmpty();
    assertThat(findings("# firedrill: ignore-file=threshold/missing\ngroups: []\n")).isEmpty();
  }

  @Test
  void ofPintAreUnderstood() {
    assertThat(findings(rules("  # pint ignore/begin\n", "") + "  # pint ignore/end\n")).isEmpty();
    assertThat(findings("# pint ignore/file\n" + rules("", ""))).isEmpty();
    assertThat(findings(rules("", " # pint ignore/line"))).isEmpty();
    assertThat(findings(rules("  # pint ignore/next-line\n", ""))).isEmpty();
    assertThat(findings(rules("  # pint disable alerts/annotation\n", "")))
        .containsExactly("5 severity/missing");
    assertThat(findings(rules("", "\n    # pint disable alerts/annotation(x)")))
        .containsExactly("4 severity/missing");
    assertThat(findings("# pint file/snooze 2027-01-01 alerts/annotation\n" + rules("", "")))
        .containsExactly("5 severity/missing");
    assertThat(
            findings("# pint file/snooze 2026-01-01T00:00:00Z alerts/annotation\n" + rules("", "")))
        .contains("5 annotation/required", "1 suppression/expired");
    assertThat(findings("# pint file/owner bob\ngroups: []\n")).isEmpty();
  }
}
