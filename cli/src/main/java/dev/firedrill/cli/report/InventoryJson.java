package dev.firedrill.cli.report;

import dev.firedrill.cli.inventory.ListedRule;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.Rule.AlertingRule;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rules there are, for programs. Durations are in seconds.
///
/// @param beside what is to be known beside
public record InventoryJson(List<ListedRule> rules, Beside beside) implements Report {
  public InventoryJson {
    rules = List.copyOf(rules);
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text).object().name("rules").array();
    for (ListedRule rule : rules) {
      write(rule, json);
    }
    json.end();
    beside.writeSkipped(json);
    json.end();
    out.append(text).append('\n');
  }

  private static void write(ListedRule rule, Json json) {
    json.object().name("type").value(rule.isAlert() ? "alert" : "record");
    json.name("name").value(rule.name());
    json.name("path").value(rule.file().source().path()).name("line").value(rule.line());
    json.name("group").value(rule.group().name().value());
    seconds("interval", rule.group().interval(), json);
    json.name("expr").value(rule.rule().expr().source().text());
    if (rule.rule() instanceof AlertingRule alert) {
      json.name("severity").value(rule.severity());
      seconds("for", alert.holdDuration(), json);
      seconds("keep_firing_for", alert.keepFiringFor(), json);
    }
    labels(rule.labels(), json);
    json.name("reads").array();
    for (ListedRule.Dependency read : rule.reads()) {
      json.object().name("type").value(read.alert() ? "alert" : "record");
      json.name("name").value(read.name()).end();
    }
    json.end();
    texts("receivers", rule.receivers(), json);
    json.end();
  }

  private static void labels(LabelFlow flow, Json json) {
    json.name("labels").object().name("values").object();
    new TreeMap<>(flow.values()).forEach((name, value) -> json.name(name).value(value));
    json.end();
    texts("sure", new TreeSet<>(flow.sure()), json);
    TreeSet<String> possible = new TreeSet<>(flow.open() ? List.of() : flow.named());
    possible.removeAll(flow.sure());
    texts("possible", possible, json);
    json.name("others").value(flow.open()).end();
  }

  private static void texts(String name, Collection<String> texts, Json json) {
    json.name(name).array();
    texts.forEach(json::value);
    json.end();
  }

  private static void seconds(String name, @Nullable Located<Duration> duration, Json json) {
    if (duration != null) {
      json.name(name).value(duration.value().toMillis() / 1000.0);
    }
  }
}
