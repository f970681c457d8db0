package dev.firedrill.rules.test.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageCollectorTest {
  @TempDir Path folder;

  @Test
  void rejectionsCountOnlyWhereNoOtherMatcherRejectsToo() throws IOException {
    assertThat(
            branches(
                "sum(load{job=\"a\", env!=\"dev\"})",
                "load{job=\"a\",env=\"prod\"} 1x5",
                "load{job=\"b\",env=\"dev\"} 1x5"))
        .containsExactly(
            "job=\"a\" keeps 1",
            "job=\"a\" rejects 0",
            "env!=\"dev\" keeps 1",
            "env!=\"dev\" rejects 0");
    assertThat(
            branches(
                "sum(load{job=\"a\", env!=\"dev\"})",
                "load{job=\"b\",env=\"prod\"} 1x5",
                "load{job=\"a\",env=\"dev\"} 1x5"))
        .containsExactly(
            "job=\"a\" keeps 0",
            "job=\"a\" rejects 1",
            "env!=\"dev\" keeps 0",
            "env!=\"dev\" rejects 1");
  }

  @Test
  void comparisonsAreAskedWhereTheyStand() throws IOException {
    assertThat(branches("load > 3", "load 1 4")).containsExactly("> 3 true 1", "> 3 false 1");
    assertThat(branches("load > 3", "load 4 4")).containsExactly("> 3 true 1", "> 3 false 0");
    assertThat(branches("load > bool 3", "load 1 1"))
        .containsExactly("> bool 3 true 0", "> bool 3 false 1");
    assertThat(branches("time() >= bool 60 < bool vector(1)", "load 1"))
        .containsExactly(
            ">= bool 60 true 1",
            ">= bool 60 false 1",
            "< bool vector(1) true 1",
            "< bool vector(1) false 1");
  }

  @Test
  void subqueriesAreAskedAtTheirOwnSteps() throws IOException {
    // 4 is there before the first tick only, where no tick but the subquery looks.
    assertThat(branches("count_over_time((load > 3)[1m:1m] offset 1m)", "load 4 1 1 1"))
        .containsExactly("> 3 true 1", "> 3 false 1");
    assertThat(branches("count_over_time((load > 3)[1m:1m] offset 1m)", "load 1 1 4 4"))
        .containsExactly("> 3 true 0", "> 3 false 1");
    assertThat(branches("max_over_time((vector(time()) > bool 45)[1m:15s])", "load 1"))
        .containsExactly("> bool 45 true 1", "> bool 45 false 1");
  }

  @Test
  void namesThatVanishDoNotKeepComparisonsFromBeingAsked() throws IOException {
    assertThat(branches("{__name__=~\"load|queue\"} > 3", "load 1x5", "queue 5x5"))
        .containsExactly(
            "__name__=~\"load|queue\" keeps 1",
            // what the rule records
            "__name__=~\"load|queue\" rejects 1",
            "> 3 true 1",
            "> 3 false 1");
  }

  @Test
  void setOperatorsAreAskedForEachSide() throws IOException {
    assertThat(branches("a and b", "a{x=\"1\"} 1x5", "b{x=\"1\"} 1x5"))
        .containsExactly("and both 1", "and left 0", "and right 0");
    assertThat(branches("a and b", "a{x=\"1\"} 1x5", "b{x=\"2\"} 1x5"))
        .containsExactly("and both 0", "and left 1", "and right 1");
    assertThat(branches("a or b", "a{x=\"1\"} 1x5", "b{x=\"1\"} 1x5"))
        .containsExactly("or left 1", "or right 0");
    assertThat(branches("a unless b", "a{x=\"1\"} 1x5", "b{x=\"1\"} 1x5"))
        .containsExactly("unless left 0", "unless both 1");
    assertThat(branches("absent(a)", "a _ _ _ _ _ _ 1"))
        .containsExactly("absent(a) present 0", "absent(a) absent 1");
  }

  @Test
  void instantsThatStartAndEndAtTheirTickAreAskedOneByOne() throws IOException {
    assertThat(branches("load @ end() > 3", "load 1 4 1"))
        .containsExactly("> 3 true 1", "> 3 false 1");
  }

  /// {@return the branches of a recording rule and how many tests took them}
  ///
  /// @param series with their values
  private List<String> branches(String expr, String... series) throws IOException {
    Files.writeString(
        folder.resolve("rules.yml"),
        "groups: [{name: g, rules: [{record: 'r:r', expr: '" + expr + "'}]}]\n");
    StringBuilder test = new StringBuilder("rule_files: [rules.yml]\ntests:\n- input_series:\n");
    for (String each : series) {
      int space = each.indexOf("} ") < 0 ? each.indexOf(' ') : each.indexOf("} ") + 1;
      test.append("  - {series: '").append(each, 0, space);
      test.append("', values: '").append(each.substring(space + 1)).append("'}\n");
    }
    test.append("  promql_expr_test: [{expr: 'r:r', eval_time: 2m}]\n");
    CoverageCollector collector = new CoverageCollector();
    SourceFile source = SourceFile.of(folder.resolve("test.yml").toString(), test.toString());
    TestFileOutcome.of(
        source, folder, TestSettings.of(RuleFileOptions.DEFAULT, name -> true), collector);
    List<String> lines = new ArrayList<>();
    for (RuleCoverage rule : collector.coverage().rules()) {
      for (RuleCoverage.BranchCoverage branch : rule.branches()) {
        String way = branch.branch().way().word();
        lines.add(branch.branch().text() + " " + way + " " + branch.tests());
      }
    }
    return lines;
  }
}
