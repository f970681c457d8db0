package dev.firedrill.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "groups: []                                              | RULES",
        "{kind: PrometheusRule, apiVersion: v1}                  | PROMETHEUS_RULE",
        "{kind: List, apiVersion: v1, items: [{kind: PrometheusRule, apiVersion: v1}]}"
            + " | PROMETHEUS_RULE",
        "{kind: AlertmanagerConfig, apiVersion: v1}              | ALERTMANAGER_RESOURCE",
        "{kind: ConfigMap, apiVersion: v1}                       | KUBERNETES",
        "{apiVersion: 1, groups: [{orgId: 1}]}                   | OTHER",
        "{apiVersion: 1, contactPoints: []}                      | GRAFANA",
        "{apiVersion: v2, name: a-chart}                         | OTHER",
        "{services: {grafana: {image: grafana/grafana}}}         | COMPOSE",
        "services: [a]                                           | OTHER",
        "[{matchers: [a=b]}, {matchers: [c=d]}]                  | SILENCES",
        "[{matchers: [a=b]}, {a: 1}]                             | OTHER",
        "incidents: []                                           | INCIDENTS",
        "{rule_files: [a.yml], tests: []}                        | RULE_TESTS",
        "tests: [{input_series: []}]                             | RULE_TESTS",
        "{alertmanager: am.yml, tests: []}                       | ROUTE_TESTS",
        "tests: [{labels: {}, expect: {receivers: []}}]          | ROUTE_TESTS",
        "{route: {}, receivers: []}                              | ALERTMANAGER",
        "{rule_files: [a.yml], scrape_configs: []}               | PROMETHEUS",
        "{stacks: {}, lint: {}}                                  | SETTINGS",
        "[{scenario: a, config: b, events: []}]                  | SCENARIO",
        "# nothing                                               | EMPTY",
        "{% for x in y %}                                        | TEMPLATED",
        "a: '{{ .Values.a }}'                                    | TEMPLATED",
        "a: '{{ $labels.a }} {{ .Value }}'                       | OTHER",
        "[1]                                                     | OTHER",
        "group: [{name: a}]                                      | RULES",
        "rule_groups: [{rules: [{alert: A, expr: up}]}]          | RULES",
        "[{name: a, rules: [{record: a, expr: up}]}]             | RULES",
        "{rules: [{path: /, backend: a}]}                        | OTHER",
        "group: admins                                           | OTHER",
      })
  void tellsFilesByTheirContent(String text, FileKind kind) {
    SourceFile file = SourceFile.of("a.yml", text);

    assertThat(FileKind.of(Yaml.read(file, YamlDialect.GO_V3))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alertmanager: a.yml;tests: [                            | ROUTE_TESTS",
        "alertmanager: a.yml;rule_files: [];tests: [             | RULE_TESTS",
        "tests: [                                                | RULE_TESTS",
        "groups: [                                               | RULES",
        "route: {};receivers: [                                  | ALERTMANAGER",
        "a: [                                                    | OTHER",
        "kind: PrometheusRule;spec: [                            | PROMETHEUS_RULE",
        "alertmanager: a.yml;tests: []                           | ROUTE_TESTS",
      })
  void guessesWhatABrokenFileIsMeantToBe(String lines, FileKind kind) {
    SourceFile file = SourceFile.of("a.yml", lines.replace(';', '\n'));

    assertThat(FileKind.likely(Yaml.read(file, YamlDialect.GO_V3))).isEqualTo(kind);
  }
}
