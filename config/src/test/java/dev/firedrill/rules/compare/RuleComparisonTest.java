package dev.firedrill.rules.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleComparisonTest {
  private static RuleFile file(String... rules) {
    return group("rules.yml", "name: g", rules);
  }

  private static RuleFile group(String path, String group, String... rules) {
    StringBuilder text = new StringBuilder("groups:\n- ").append(group).append("\n  rules:\n");
    for (String rule : rules) {
      text.append("  - {").append(rule).append("}\n");
    }
    SourceFile source = SourceFile.of(path, text.toString());
    return RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().get().orElseThrow();
  }

  private static List<String> changes(RuleFile before, RuleFile after) {
    List<String> lines = new ArrayList<>();
    for (RuleChange change : RuleComparison.of(List.of(before), List.of(after)).different()) {
      switch (change) {
        case RuleChange.Added added -> lines.add("+ " + added.rule().name());
        case RuleChange.Removed removed -> lines.add("- " + removed.rule().name());
        case RuleChange.Kept kept ->
            kept.differences()
                .forEach(
                    difference ->
                        lines.add(
                            kept.after().name()
                                + ": "
                                + difference.subject()
                                + " '"
                                + difference.before()
                                + "' -> '"
                                + difference.after()
                                + "'"));
      }
    }
    return lines;
  }

  @Test
  void layoutAndOrderAndPlaceMakeNoDifference() {
    RuleFile before = file("alert: A, expr: sum(x) by (y) > 1, for: 0s", "record: a:b, expr: x");
    RuleFile after =
        group("b.yml", "name: h", "record: a:b, expr: (x)", "alert: A, expr: 'sum by(y) (x)>1'");
    assertThat(changes(before, file("record: a:b, expr: x", "alert: A, expr: sum by (y) (x) > 1")))
        .isEmpty();
    assertThat(changes(before, after)).containsExactly("a:b: expr 'x' -> '(x)'");
  }

  @Test
  void saysWhatDiffers() {
    assertThat(
            changes(
                file("alert: A, expr: x > 1, for: 5m, labels: {severity: warning, team: a}"),
                file(
                    "alert: A, expr: x > 2, for: 10m, keep_firing_for: 1m,"
                        + " labels: {severity: critical}, annotations: {summary: s}")))
        .containsExactly(
            "A: expr 'x > 1' -> 'x > 2'",
            "A: for '5m' -> '10m'",
            "A: keep_firing_for '' -> '1m'",
            "A: label severity 'warning' -> 'critical'",
            "A: label team 'a' -> ''",
            "A: annotation summary '' -> 's'");
  }

  @Test
  void groupsHaveASay() {
    RuleFile before = group("r.yml", "name: g\n  labels: {team: a}", "alert: A, expr: x > 1");
    RuleFile after =
        group(
            "r.yml",
            "name: g\n  interval: 30s\n  query_offset: 1m\n  limit: 3",
            "alert: A, expr: x > 1, labels: {team: a}");
    assertThat(changes(before, after))
        .containsExactly(
            "A: interval '' -> '30s'", "A: query_offset '' -> '1m'", "A: limit '' -> '3'");
  }

  @Test
  void tellsRulesOfOneNameApartByTheirLabels() {
    assertThat(
            changes(
                file(
                    "alert: A, expr: x > 1, labels: {severity: warning}",
                    "alert: A, expr: x > 2, labels: {severity: critical}"),
                file(
                    "alert: A, expr: x > 3, labels: {severity: critical}",
                    "alert: A, expr: x > 2, labels: {severity: warning}")))
        .containsExactly("A: expr 'x > 2' -> 'x > 3'", "A: expr 'x > 1' -> 'x > 2'");
  }

  @Test
  void recognisesARenamedRuleByItsExpression() {
    assertThat(changes(file("alert: A, expr: x > 1"), file("alert: B, expr: x > 1")))
        .containsExactly("B: name 'A' -> 'B'");
    assertThat(
            changes(
                file("alert: A, expr: x > 1, labels: {severity: warning}"),
                file("alert: B, expr: x > 1, labels: {severity: critical}")))
        .containsExactly("B: name 'A' -> 'B'", "B: label severity 'warning' -> 'critical'");
    assertThat(changes(file("record: a:b, expr: x"), file("record: a:c, expr: x")))
        .containsExactly("a:c: name 'a:b' -> 'a:c'");
  }

  @Test
  void anotherExpressionIsAnotherRule() {
    assertThat(changes(file("alert: A, expr: x > 1"), file("alert: B, expr: x > 2")))
        .containsExactly("+ B", "- A");
    assertThat(changes(file("alert: a, expr: x"), file("record: a, expr: x")))
        .containsExactly("+ a", "- a");
  }

  @Test
  void doesNotGuessWhichOfSeveralWasRenamed() {
    assertThat(
            changes(
                file(
                    "alert: A, expr: x > 1, labels: {team: a}",
                    "alert: B, expr: x > 1, labels: {team: b}"),
                file("alert: C, expr: x > 1, labels: {team: c}")))
        .containsExactly("+ C", "- A", "- B");
  }
}
