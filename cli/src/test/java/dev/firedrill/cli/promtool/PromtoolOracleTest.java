package dev.firedrill.cli.promtool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The same command lines by an installed promtool, of which 2.42 is known to work here: both
/// streams and the status are equal, once what 3.14 prints otherwise is set aside.
///
/// 2.42 prints a header before each unit test, indents errors of rule files within `check config`,
/// ends each broken rule file by an empty line, words an unknown unit, an unknown lint option, a
/// rule without a name and a bad series otherwise, knows the place of a group, and has other types
/// for the places of rules.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class PromtoolOracleTest {
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("good.yml", "groups: [{name: g, rules: [{record: a, expr: up}]}]"),
          Map.entry("empty.yml", ""),
          Map.entry("comment.yml", "# nothing\n"),
          Map.entry(
              "twice.yml",
              "groups: [{name: g, rules: [{record: a, expr: up, labels: {x: 'y'}},"
                  + " {alert: b, expr: up}, {record: a, expr: up == 1, labels: {x: 'y'}}]}]"),
          Map.entry("number.yml", "3"),
          Map.entry("tab.yml", "groups:\n\t- name: g\n"),
          Map.entry("keys.yml", "groups: []\ngroups: []\n"),
          Map.entry(
              "expr.yml",
              """
              groups:
              - name: g
                rules:
                - alert: A
                  expr: |
                    sum(up
                - record: r
                  expr: up
                  annotations: {a: b}
                - alert: T
                  expr: up
                  labels: {a: '{{ $x }}'}
                - {record: r, alert: s, expr: up}
              """),
          Map.entry("folder/c.yml", "rule_files: ['../g*.yml', ../expr.yml]"),
          Map.entry("config.yml", "rule_files: [good.yml, twice.yml, good.yml]"),
          Map.entry("missing.yml", "rule_files: [none.yml]"),
          Map.entry("pattern.yml", "rule_files: ['[.yml']"),
          Map.entry("unknown.yml", "global: {foo: 1}\nbar: 2\nglobal: {}\n"),
          Map.entry("timeout.yml", "global: {scrape_interval: 10s, scrape_timeout: 11s}"),
          Map.entry("job.yml", "scrape_configs: [{job_name: a, scrape_timeout: 2m}]"),
          Map.entry("jobs.yml", "scrape_configs: [{job_name: a}, {job_name: a}]"),
          Map.entry("jobless.yml", "scrape_configs: [{job_name: ''}]"),
          Map.entry("jobnull.yml", "scrape_configs: [null]"),
          Map.entry("list.yml", "[]"),
          Map.entry("text.yml", "rule_files: good.yml"),
          Map.entry("labels.yml", "global: {external_labels: {a: b, a: c}}"),
          Map.entry("flow.yml", "a: [\n"),
          Map.entry(
              "rules.yml",
              "groups: [{name: g, rules: [{alert: Down, expr: up == 0, for: 1m, annotations: {v:"
                  + " \"{{ $value }}\\n"
                  + "\\\"q\\\"\"}}, {record: s, expr: sum(up)}]}]"),
          Map.entry(
              "tests.yml",
              "rule_files: [rules.yml, none]\n"
                  + "tests:\n"
                  + "- name: n\n"
                  + "  input_series: [{series: 'up{j=\"a\"}', values: 0x9},"
                  + " {series: 'up{j=\"b\"}', values: '0x3 _x2 1'}]\n"
                  + "  alert_rule_test:\n"
                  + "  - {eval_time: 2m30s, alertname: Down}\n"
                  + "  - {eval_time: 2m, alertname: Down, exp_alerts: [{exp_labels: {j: a}},"
                  + " {exp_labels: {j: b}, exp_annotations: {x: ''}}]}\n"
                  + "  - {eval_time: 2m, alertname: None, exp_alerts: [{}]}\n"
                  + "  promql_expr_test:\n"
                  + "  - {expr: \"s\\n+ 0\", eval_time: 2m, exp_samples: [{value: .nan}]}\n"
                  + "  - {expr: up, eval_time: 2m, exp_samples: [{labels: 'up{j=\"a\"}'}]}\n"
                  + "  - {expr: '\"x\"', eval_time: 2m}\n"
                  + "  - {expr: 'up{', eval_time: 2m}\n"
                  + "  - {expr: up, eval_time: 2m, exp_samples: [{labels: 'a b'}]}\n"
                  + "- alert_rule_test: [{eval_time: 1m30s}]\n"
                  + "- name: named\n  alert_rule_test: [{eval_time: 1m30s}]\n"),
          Map.entry("notests.yml", "rule_files: [expr.yml]"),
          Map.entry("broken.yml", "rule_files: [good.yml, expr.yml, number.yml]\ntests: [{}, {}]"),
          Map.entry("order.yml", "group_eval_order: [a, b, a]"),
          Map.entry("keys-test.yml", "tests: [{name: a, nam: b, name: c, input_series: 3}]"),
          Map.entry("matrix.yml", "groups: [{name: g, rules: [{record: m, expr: 'up[1m]'}]}]"),
          Map.entry(
              "unrelated.yml",
              "rule_files: [matrix.yml]\ntests: [{promql_expr_test:"
                  + " [{expr: '1', eval_time: 1h, exp_samples: [{value: 1}]}]}]"));

  private static final List<String> LINES =
      List.of(
          "check rules good.yml empty.yml comment.yml good.yml",
          "check rules twice.yml",
          "check rules --lint-fatal twice.yml",
          "check rules --lint=none --lint-fatal twice.yml",
          "check rules --lint=none,all --lint-fatal twice.yml",
          "check rules number.yml",
          "check rules tab.yml",
          "check rules keys.yml",
          "check rules expr.yml",
          "check rules none.yml",
          "check rules folder",
          "check rules --lint",
          "check rules --nothing good.yml",
          "check rules -- --x",
          "check",
          "check foo",
          "foo",
          "-x",
          "check config empty.yml config.yml",
          "check config --lint-fatal config.yml",
          "check config --syntax-only missing.yml config.yml",
          "check config missing.yml",
          "check config folder/c.yml",
          "check config pattern.yml",
          "check config unknown.yml",
          "check config timeout.yml",
          "check config job.yml",
          "check config jobs.yml",
          "check config jobless.yml",
          "check config jobnull.yml",
          "check config list.yml",
          "check config text.yml",
          "check config labels.yml",
          "check config flow.yml",
          "check config",
          "test rules tests.yml",
          "test rules notests.yml empty.yml",
          "test rules broken.yml",
          "test rules order.yml",
          "test rules keys-test.yml",
          "test rules unrelated.yml",
          "test rules tests.yml none.yml",
          "test rules",
          "test");

  @TestFactory
  Stream<DynamicTest> answersAsThePromtoolThatIsInstalled(@TempDir Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.resolveSibling(""));
      Files.writeString(place, file.getValue());
    }
    return LINES.stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> compare(folder, line.split(" "))));
  }

  private static void compare(Path folder, String... words) throws Exception {
    PromtoolProgram got = PromtoolProgram.run(folder, words);
    PromtoolProgram installed = installed(folder, words);
    assertThat(normalised(got)).isEqualTo(normalised(installed));
  }

  private static PromtoolProgram installed(Path folder, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(words));
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    return new PromtoolProgram(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static String normalised(PromtoolProgram run) {
    String out = run.out().replaceAll("(?m)^Unit Testing: .*\\n", "").replaceAll("\\n+", "\n");
    String err = run.err().replaceAll("(?m)^     (?=\\S)", "");
    return run.status() + "\n" + out + "\n" + err;
  }
}
