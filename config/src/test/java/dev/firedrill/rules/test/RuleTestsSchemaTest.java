package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.FileKind;
import dev.firedrill.testkit.JsonSchema;
import dev.firedrill.testkit.Repository;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema that editors check unit tests by takes what the reader takes.
class RuleTestsSchemaTest {
  private static final JsonSchema SCHEMA = JsonSchema.of(Path.of("docs/rule-tests.schema.json"));
  private static final Pattern FENCE = Pattern.compile("```yaml[^\n]*\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern SCENARIO_FILE =
      Pattern.compile("=== file [^\n]*\n(.*?)(?=\n=== |\\z)", Pattern.DOTALL);

  @Test
  void takesTheTestsOfTheStacks() throws IOException {
    assertThat(problems(files("testdata", ".yml"))).isEmpty();
  }

  @Test
  void takesTheExamplesOfTheDocumentation() throws IOException {
    assertThat(problems(pieces(files("docs", ".md"), FENCE))).isEmpty();
  }

  @Test
  void takesTheFilesOfTheScenarios() throws IOException {
    assertThat(problems(pieces(files("testdata/cli", ".txt"), SCENARIO_FILE))).isEmpty();
  }

  @Test
  void takesTheTestsOfPublicProjects() throws IOException {
    assumeTrue(
        Repository.shared("corpus/tests").isPresent(), "../shared/corpus/tests does not exist");
    assertThat(problems(files("../shared/corpus/tests", "ml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tests: [{input_series: [{series: up, values: 1}], surprise: 1}]",
        "tests: [{expect_alerts: [{alertname: A, fires: never}]}]",
        "tests: [{alert_rule_test: [{eval_time: 5 minutes, alertname: A}]}]",
        "tests: [{alert_rule_test: [{eval_time: 60, alertname: A}]}]",
        "tests: [{firedrill: {expect_alerts: [{alertname: A, fires: often}]}}]",
        "tests: [{firedrill: {expect_alerts: [{labels: {a: b}, fires: never}]}}]",
        "tests: [{firedrill: {tolerance: -1}}]",
        "tests: [{promql_expr_test: [{expr: up, eval_time: 1m, exp_samples: [{value: {}}]}]}]",
        "tests: [{firedrill: {alertmanager: a.yml, expect_notifications: [{at: 1m}]}}]",
        "tests: [{firedrill: {alertmanager: a, expect_notifications: [{receiver: b, status: c}]}}]",
        "{kind: tests, rule_files: [a.yml]}",
        "rule_files: a.yml",
        "fuzzy_compare: perhaps",
      })
  void refusesWhatTheReaderRefuses(String text) {
    assertThat(UnitTestReader.read(SourceFile.of("test.yml", text)).failed()).isTrue();
    assertThat(SCHEMA.violationsOfYaml(text)).isNotEmpty();
  }

  private static List<String> problems(List<SourceFile> sources) {
    List<String> problems = new ArrayList<>();
    int valid = 0;
    for (SourceFile source : sources) {
      if (isValidTest(source)) {
        valid++;
        for (String violation : SCHEMA.violationsOfYaml(source.text())) {
          problems.add(source.path() + ": " + violation);
        }
      }
    }
    assertThat(valid).as("valid files of unit tests").isGreaterThan(2);
    return problems;
  }

  private static boolean isValidTest(SourceFile source) {
    return FileKind.of(Yaml.read(source, YamlDialect.GO_V2)) == FileKind.RULE_TESTS
        && !UnitTestReader.read(source).failed();
  }

  private static List<SourceFile> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Repository.file(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
          .sorted()
          .map(Fixtures::source)
          .toList();
    }
  }

  private static List<SourceFile> pieces(List<SourceFile> files, Pattern pattern) {
    List<SourceFile> pieces = new ArrayList<>();
    for (SourceFile file : files) {
      Matcher matcher = pattern.matcher(file.text());
      while (matcher.find()) {
        pieces.add(SourceFile.of(file.path() + "@" + matcher.start(), matcher.group(1)));
      }
    }
    return pieces;
  }
}
