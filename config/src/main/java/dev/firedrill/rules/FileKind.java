package dev.firedrill.rules;

import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a YAML file is, judged by its content.
public enum FileKind {
  /// A rule file of Prometheus, or of a program that reads nearly the same.
  RULES("rule file"),
  /// One or more PrometheusRule resources.
  PROMETHEUS_RULE("PrometheusRule resource"),
  /// Unit tests for rules.
  RULE_TESTS("unit tests"),
  /// Alertmanager's configuration.
  ALERTMANAGER("Alertmanager configuration"),
  /// An AlertmanagerConfig resource.
  ALERTMANAGER_RESOURCE("AlertmanagerConfig resource"),
  /// Tests for routes.
  ROUTE_TESTS("route tests"),
  /// Alerts posted at given times and the notifications expected.
  SCENARIO("notification scenario"),
  /// Silences to rehearse with.
  SILENCES("silences"),
  /// Times at which something was wrong.
  INCIDENTS("incidents"),
  /// A compose file, which tells what containers see.
  COMPOSE("compose file"),
  /// What provisions Grafana.
  GRAFANA("Grafana provisioning"),
  /// Prometheus's configuration.
  PROMETHEUS("Prometheus configuration"),
  /// Firedrill's settings.
  SETTINGS("settings"),
  /// A template for Helm, or by Jinja: no YAML until it is rendered.
  TEMPLATED("Helm or Jinja template"),
  /// Rules that Loki evaluates: like those of Prometheus, but with LogQL. Told by its expressions
  /// only, once they have been read.
  LOKI("Loki rule file"),
  /// Some other Kubernetes resource.
  KUBERNETES("Kubernetes resource"),
  /// Nothing but comments.
  EMPTY("empty file"),
  /// Something else.
  OTHER("other YAML");

  private final String title;

  FileKind(String title) {
    this.title = title;
  }

  /// {@return what to call such a file}
  public String title() {
    return title;
  }

  /// {@return whether this is a file that holds rules}
  public boolean holdsRules() {
    return this == RULES || this == PROMETHEUS_RULE || this == EMPTY;
  }

  /// {@return whether this is of no use to alerting on Prometheus as it stands, so that whoever
  ///     meets
  ///     it among other files may not expect that it is passed over}
  public boolean isForeign() {
    return switch (this) {
      case TEMPLATED, LOKI, KUBERNETES, ALERTMANAGER_RESOURCE, OTHER -> true;
      case RULES,
          PROMETHEUS_RULE,
          RULE_TESTS,
          ALERTMANAGER,
          ROUTE_TESTS,
          SCENARIO,
          SILENCES,
          INCIDENTS,
          COMPOSE,
          GRAFANA,
          PROMETHEUS,
          SETTINGS,
          EMPTY ->
          false;
    };
  }

  /// {@return what a file is; of several documents the most telling decides}
  public static FileKind of(YamlStream stream) {
    if (TemplatedFiles.isTemplated(stream)) {
      return TEMPLATED;
    }
    FileKind result = stream.complete() || !stream.documents().isEmpty() ? EMPTY : OTHER;
    for (YamlNode document : stream.documents()) {
      FileKind kind = of(document);
      if (kind == PROMETHEUS_RULE || kind == ALERTMANAGER_RESOURCE) {
        return kind;
      }
      result = result == EMPTY ? kind : result;
    }
    return result;
  }

  /// {@return what a file is, or, where its YAML is broken, what it seems meant to be by the names
  /// at the starts of its lines}
  public static FileKind likely(YamlStream stream) {
    FileKind kind = of(stream);
    if (kind != OTHER || !stream.documents().isEmpty()) {
      return kind;
    }
    Set<String> names = new HashSet<>();
    for (String line : stream.file().text().split("\n", -1)) {
      if (line.strip().equals("kind: PrometheusRule")) {
        return PROMETHEUS_RULE;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        names.add(line.substring(0, colon));
      }
    }
    if (names.contains("tests")) {
      return names.contains("alertmanager") && !names.contains("rule_files")
          ? ROUTE_TESTS
          : RULE_TESTS;
    }
    if (names.contains("groups")) {
      return RULES;
    }
    return names.contains("route") && names.contains("receivers") ? ALERTMANAGER : OTHER;
  }

  /// {@return what a document is}
  public static FileKind of(YamlNode document) {
    return switch (document) {
      case ScalarNode scalar -> scalar.isNull() ? EMPTY : OTHER;
      case SequenceNode list -> ofList(list);
      case MappingNode mapping -> ofMapping(mapping);
    };
  }

  private static FileKind ofList(SequenceNode list) {
    if (isScenarios(list)) {
      return SCENARIO;
    }
    return holdsGroups(list) ? RULES : isSilences(list) ? SILENCES : OTHER;
  }

  private static boolean isSilences(SequenceNode list) {
    for (YamlNode item : list.items()) {
      if (!(item instanceof MappingNode fields) || !fields.has("matchers")) {
        return false;
      }
    }
    return !list.items().isEmpty();
  }

  private static boolean isScenarios(SequenceNode list) {
    return !list.items().isEmpty()
        && list.items().getFirst() instanceof MappingNode first
        && isScenario(first);
  }

  private static boolean isScenario(MappingNode mapping) {
    return mapping.has("events") && (mapping.has("config") || mapping.has("notifications"));
  }

  private static FileKind ofMapping(MappingNode mapping) {
    if (mapping.has("apiVersion")) {
      return ofResource(mapping);
    }
    if (mapping.has("tests")) {
      return ofTests(mapping);
    }
    if (mapping.has("groups")) {
      return RULES;
    }
    if (mapping.has("receivers") || mapping.has("route")) {
      return ALERTMANAGER;
    }
    if (isScenario(mapping)) {
      return SCENARIO;
    }
    if (mapping.has("incidents")) {
      return INCIDENTS;
    }
    if (mapping.has("stacks") || mapping.has("lint")) {
      return SETTINGS;
    }
    boolean prometheus =
        mapping.has("scrape_configs")
            || mapping.has("rule_files")
            || mapping.has("alerting")
            || mapping.has("remote_write")
            || mapping.has("global");
    if (prometheus) {
      return PROMETHEUS;
    }
    if (isMisspelt(mapping)) {
      return RULES;
    }
    return mapping.get("services").orElse(null) instanceof MappingNode ? COMPOSE : OTHER;
  }

  // Groups under another name are a mistake that somebody wants to be told of.
  private static boolean isMisspelt(MappingNode mapping) {
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof SequenceNode list
          && (holdsGroups(list) || Spelling.nearest(entry.name(), List.of("groups")).isPresent())) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsGroups(SequenceNode list) {
    for (YamlNode item : list.items()) {
      if (item instanceof MappingNode group
          && group.get("rules").orElse(null) instanceof SequenceNode rules
          && holdsRules(rules)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsRules(SequenceNode list) {
    for (YamlNode item : list.items()) {
      if (item instanceof MappingNode rule
          && rule.has("expr")
          && (rule.has("alert") || rule.has("record"))) {
        return true;
      }
    }
    return false;
  }

  private static FileKind ofResource(MappingNode mapping) {
    return switch (kubernetesKind(mapping)) {
      case "PrometheusRule", "PrometheusRuleList" -> PROMETHEUS_RULE;
      case "AlertmanagerConfig", "AlertmanagerConfigList" -> ALERTMANAGER_RESOURCE;
      case "List" -> ofItems(mapping);
      // Grafana's provisioning files have an apiVersion, but no kind.
      case "" -> isGrafana(mapping) ? GRAFANA : OTHER;
      default -> KUBERNETES;
    };
  }

  // Rules that Grafana evaluates are foreign: nobody looks at them here.
  private static boolean isGrafana(MappingNode mapping) {
    return !mapping.has("groups")
        && mapping.get("apiVersion").orElse(null) instanceof ScalarNode version
        && version.text().equals("1");
  }

  private static FileKind ofItems(MappingNode list) {
    for (YamlNode item : items(list, "items")) {
      FileKind kind = of(item);
      if (kind == PROMETHEUS_RULE || kind == ALERTMANAGER_RESOURCE) {
        return kind;
      }
    }
    return KUBERNETES;
  }

  private static FileKind ofTests(MappingNode mapping) {
    boolean ruleTests =
        mapping.has("rule_files")
            || mapping.has("evaluation_interval")
            || kubernetesKind(mapping).equals("firedrill-tests");
    for (YamlNode test : items(mapping, "tests")) {
      if (test instanceof MappingNode fields) {
        boolean routes = fields.has("expect") && !fields.has("input_series");
        if (routes && !ruleTests) {
          return ROUTE_TESTS;
        }
      }
    }
    return mapping.has("alertmanager") && !ruleTests ? ROUTE_TESTS : RULE_TESTS;
  }

  private static List<YamlNode> items(MappingNode mapping, String name) {
    return mapping.get(name).orElse(null) instanceof SequenceNode sequence
        ? sequence.items()
        : List.of();
  }

  /// {@return a resource's `kind`, or the empty text}
  static String kubernetesKind(MappingNode mapping) {
    return mapping.get("kind").orElse(null) instanceof ScalarNode kind ? kind.text() : "";
  }
}
