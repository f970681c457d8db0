package dev.firedrill.rules.test.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
  @Test
  void comparisonsMoveTheirBoundaryAndTurn() {
    assertThat(mutants("up > 100"))
        .containsExactly("up >= 100", "up <= 100", "up > 110", "up > 90");
    assertThat(mutants("up == bool 0"))
        .containsExactly("up != bool 0", "up == bool 1", "up == bool -1");
    assertThat(mutants("0.5 < up")).contains("0.55 < up", "0.45 < up");
    assertThat(mutants("up > 5m")).contains("up > 5m30s1ms", "up > 4m30s");
  }

  @Test
  void matchersAreDroppedAndNegated() {
    assertThat(mutants("up{job=\"a\", env=~\"b\"}"))
        .containsExactly(
            "up{env=~\"b\"}",
            "up{env=~\"b\",job!=\"a\"}",
            "up{job=\"a\"}",
            "up{env!~\"b\",job=\"a\"}");
    // Without its only matcher a selector would take everything.
    assertThat(mutants("{job=\"a\"}")).isEmpty();
  }

  @Test
  void setOperatorsLoseASideOrTurn() {
    assertThat(mutants("a and b")).containsExactly("b", "a", "a unless b");
    assertThat(mutants("a unless on (x) b")).containsExactly("a", "a and on (x) b");
    assertThat(mutants("a or b")).containsExactly("b", "a");
  }

  @Test
  void groupingsLoseTheirLabels() {
    assertThat(mutants("sum by (a, b) (x)"))
        .containsExactly("avg by (a, b) (x)", "sum by (b) (x)", "sum by (a) (x)");
    assertThat(mutants("max(x) without (a)")).contains("max without () (x)");
  }

  @Test
  void windowsAndQuantilesMove() {
    assertThat(mutants("rate(x[5m])")).containsExactly("rate(x[10m])", "rate(x[2m30s])");
    assertThat(mutants("histogram_quantile(0.9, x)"))
        .containsExactly("histogram_quantile(0.99, x)", "histogram_quantile(0.81, x)");
  }

  @Test
  void whatReadsTheSameIsTriedOnce() {
    assertThat(mutants("a and a")).containsExactly("a", "a unless a");
  }

  @Test
  void durationsGoAndDouble() {
    String rules =
        "groups: [{name: g, rules: [{alert: A, expr: a, for: 5m, keep_firing_for: 1m}]}]";
    assertThat(all(rules))
        .extracting(mutant -> mutant.change() + " " + mutant.before() + " " + mutant.after())
        .containsExactly(
            "change for 5m 0s",
            "change for 5m 10m",
            "change keep_firing_for 1m 0s",
            "change keep_firing_for 1m 2m");
  }

  private static List<String> mutants(String expr) {
    String rules = "groups: [{name: g, rules: [{record: r, expr: '" + expr + "'}]}]";
    List<String> texts = new ArrayList<>();
    for (Mutant mutant : all(rules)) {
      if (mutant.mutated().expr().result() instanceof ParseResult.Parsed parsed) {
        texts.add(Printer.print(parsed.expr()));
      }
    }
    return texts;
  }

  private static List<Mutant> all(String rules) {
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    RuleGroup group = file.groups().getFirst();
    Rule rule = group.rules().getFirst();
    return new Mutants(ParseOptions.DEFAULT).of(group, rule);
  }
}
