package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads groups, and checks them in Prometheus's order.
final class GroupReader {
  private final RuleFileOptions options;
  private final RuleProblems problems = new RuleProblems();
  private final Set<RuleDialect> dialects = EnumSet.noneOf(RuleDialect.class);
  private final RuleReader rules;
  private final List<RuleGroup> groups = new ArrayList<>();

  // Of the file or resource being read.
  private final Map<String, Located<String>> names = new HashMap<>();

  GroupReader(RuleFileOptions options) {
    this.options = options;
    this.rules = new RuleReader(options, problems, dialects);
  }

  List<RuleGroup> groups() {
    return groups;
  }

  List<RuleProblem> problems() {
    return problems.all();
  }

  Set<RuleDialect> dialects() {
    return dialects;
  }

  /// Reads the groups of a plain rule file.
  void file(YamlNode document) {
    names.clear();
    YamlFields fields = YamlFields.of(document, "rulefmt.RuleGroups", problems.decoding());
    List<YamlNode> nodes = fields.items("groups", "rulefmt.RuleGroup");
    finish(fields, options, dialects);
    nodes.forEach(node -> group(fields(node)));
  }

  /// Reads the groups of a PrometheusRule, or of all those in a List; other resources have none.
  void resource(YamlNode document) {
    if (!(document instanceof YamlNode.MappingNode mapping)) {
      return;
    }
    switch (FileKind.kubernetesKind(mapping)) {
      case "PrometheusRule" -> prometheusRule(mapping);
      case "List", "PrometheusRuleList" ->
          mapping
              .get("items")
              .ifPresent(
                  items ->
                      new YamlValues(problems.decoding()).items(items).forEach(this::resource));
      default -> {}
    }
  }

  private void prometheusRule(YamlNode.MappingNode resource) {
    names.clear();
    YamlFields top = YamlFields.of(resource, "PrometheusRule", problems.decoding());
    // The API server drops what it does not know at the top; editors look for `$schema` there.
    top.allow("apiVersion", "kind", "metadata", "status", "$schema");
    top.object("spec", "PrometheusRuleSpec")
        .ifPresent(
            spec -> {
              List<YamlNode> nodes = spec.items("groups");
              spec.finish();
              nodes.forEach(
                  node -> {
                    YamlFields group = fields(node);
                    // The operator passes it on to Thanos, and keeps it from Prometheus.
                    group.allow("partial_response_strategy");
                    group(group);
                  });
            });
    top.finish();
  }

  private YamlFields fields(YamlNode group) {
    return YamlFields.of(group, "rulefmt.RuleGroup", problems.decoding());
  }

  private void group(YamlFields fields) {
    Located<String> written = fields.string("name");
    Located<Duration> interval = fields.scalar("interval", GroupReader::duration);
    Located<Duration> queryOffset = fields.scalar("query_offset", GroupReader::duration);
    Located<Integer> limit = fields.integer("limit");
    List<LabelText> labels = fields.map("labels", LabelText::new);
    List<YamlNode> ruleNodes = fields.items("rules", "rulefmt.Rule");
    finish(fields, options, dialects);

    Located<String> name = written == null ? new Located<>("", fields.location()) : written;
    checkName(name, fields.location());
    labels.forEach(this::checkLabel);
    new NewerSyntax(options.version(), problems).group(fields);
    List<Rule> read = new ArrayList<>();
    for (int i = 0; i < ruleNodes.size(); i++) {
      Rule rule = rules.read(ruleNodes.get(i), name.value(), i + 1);
      if (rule != null) {
        read.add(rule);
      }
    }
    groups.add(new RuleGroup(name, interval, queryOffset, limit, labels, read, fields.location()));
  }

  private void checkName(Located<String> name, Location group) {
    // Prometheus prints 0:0, as it loses the place of a group.
    if (name.value().isEmpty()) {
      String text = "Groupname must not be empty";
      problems.group(
          Diagnostic.error("rule/invalid", text, group).withHelp("give the group a name"),
          "0:0: " + text);
    }
    Located<String> earlier = names.putIfAbsent(name.value(), name);
    if (earlier != null) {
      String text = "groupname: " + GoQuote.quote(name.value()) + " is repeated in the same file";
      problems.group(
          Diagnostic.error("group/duplicate-name", text, name.location())
              .withNote("the first group of that name", earlier.location())
              .withHelp("give each group a name of its own"),
          "0:0: " + text);
    }
  }

  private void checkLabel(LabelText label) {
    String name = label.name().value();
    if (!RuleNames.isLabel(name, options.legacyNames())) {
      String text = "invalid label name: " + name;
      problems.group(RuleNames.invalid(text, label.name().location()), text);
    }
    if (!RuleNames.isText(label.value().text())) {
      String text = "invalid label value: " + label.value().text();
      problems.group(RuleNames.invalid(text, label.value().location()), text);
    }
  }

  /// Reports unknown fields, but for those that are to be passed over.
  static void finish(YamlFields fields, RuleFileOptions options, Set<RuleDialect> seen) {
    for (Entry entry : fields.rest()) {
      RuleDialect dialect = RuleDialect.ofField(entry.name()).orElse(null);
      if (dialect != null) {
        seen.add(dialect);
      }
      boolean accepted = dialect != null && options.dialects().contains(dialect);
      if (accepted || options.ignoreUnknownFields()) {
        fields.allow(entry.name());
      }
    }
    fields.finish(GroupReader::foreignHelp);
  }

  private static @Nullable String foreignHelp(String field) {
    return RuleDialect.ofField(field)
        .map(dialect -> "a field of " + dialect.title() + ", which Prometheus rejects")
        .orElse(null);
  }

  static Duration duration(String text) {
    return Duration.ofMillis(PrometheusDuration.parseMillis(text));
  }
}
