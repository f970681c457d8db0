package dev.firedrill.lint.check.promql;

import static dev.firedrill.lint.LintCase.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.Linter;
import dev.firedrill.lint.MoreSpecific;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.promql.type.PrometheusVersion;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromqlDeprecatedTest {
  private static final ScopedSettings SETTINGS =
      ScopedSettings.DEFAULT.choose(Set.of("promql/deprecated"), Set.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "holt_winters(a[5m], 0.5, 0.5) + 1 | double_exponential_smoothing(a[5m], 0.5, 0.5) + 1",
        "1 + holt_winters(a[5m], .5, .5)   | 1 + double_exponential_smoothing(a[5m], .5, .5)",
        "b * count_scalar( a{b=')'} ) > 5  | b * scalar(count( a{b=')'} ) or vector(0)) > 5",
      })
  void writesWhatIsMeantInTheWordsOfToday(String before, String after) {
    List<Diagnostic> found = found(before);
    assertThat(found).hasSize(1);
    SourceFile file = found.getFirst().location().file();
    assertThat(Fixes.apply(file, found.getFirst().fixes().getFirst().edits()))
        .isEqualTo(rule("record: a", "expr: " + after));
  }

  @ParameterizedTest
  @CsvSource({
    "drop_common_labels(a), `drop_common_labels()` is no more since Prometheus 2.0",
    "sum(a) by (b) keep_common, `keep_common` is no more since Prometheus 2.0",
    "holt_winters(a[5m]; 1), unexpected character: ';'",
    "holt_wint(a[5m]), unknown function with name \"holt_wint\"",
  })
  void leavesTheRestToPeople(String expr, String message) {
    assertThat(found(expr))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).isEqualTo(message);
              assertThat(finding.fixes()).isEmpty();
            });
  }

  @Test
  void warnsAheadOfPrometheus3() {
    RuleFileOptions old = RuleFileOptions.DEFAULT.withVersion(new PrometheusVersion(2, 50));
    assertThat(found("1 + holt_winters(a[5m], 0.5, 0.5)", old))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.location().start().column()).isEqualTo(15);
              assertThat(finding.fixes()).isEmpty();
            });
  }

  @Test
  void saysNothingOfNamesThatAreOnlyNames() {
    assertThat(found("holt_winters + count_scalar")).isEmpty();
  }

  private static List<Diagnostic> found(String expr) {
    return found(expr, RuleFileOptions.DEFAULT);
  }

  private static List<Diagnostic> found(String expr, RuleFileOptions options) {
    String rules = rule("record: a", "expr: " + expr);
    RuleReading reading = RuleFiles.read(SourceFile.of("rules.yml", rules), options);
    List<Diagnostic> found = new ArrayList<>(reading.loaded().diagnostics());
    RuleSet set = new RuleSet(List.of(Objects.requireNonNull(reading.file())));
    found.addAll(new Linter(Checks.all(), SETTINGS).lint(set));
    return MoreSpecific.of(found);
  }
}
