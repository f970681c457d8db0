package dev.firedrill.alertmanager.scenario;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.alertmanager.MatcherParser;
import dev.firedrill.alertmanager.MatcherResult;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.LabelText;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what happens in a scenario.
final class EventReader {
  private final YamlProblems problems;
  private final YamlValues values;
  private final MatcherParser matchers = new MatcherParser(MatcherMode.FALLBACK);

  EventReader(YamlProblems problems) {
    this.problems = problems;
    this.values = new YamlValues(problems);
  }

  /// {@return the refusals that stand beside the events: from the start on}
  List<ScenarioEvent> failures(YamlFields scenario) {
    return scenario
        .object("receiver_fails_first", "a failing receiver")
        .map(this::failure)
        .<List<ScenarioEvent>>map(List::of)
        .orElse(List.of());
  }

  private ScenarioEvent failure(YamlFields fields) {
    fields.require("receiver", "receiver: which one fails is missing");
    Located<String> receiver = fields.string("receiver");
    Located<Integer> times = fields.integer("times");
    int status = status(fields);
    fields.finish();
    String name = receiver == null ? "" : receiver.value();
    return new ScenarioEvent.Fail(0, Map.of(name, times == null ? 1 : times.value()), status);
  }

  private static int status(YamlFields fields) {
    Located<Integer> status = fields.integer("status");
    return status == null ? 500 : status.value();
  }

  /// {@return an event; null where it is none}
  @Nullable ScenarioEvent event(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "an event", problems);
    fields.require("t", "t: when it happens is missing");
    Located<Long> time = fields.scalar("t", Moment::parse);
    long at = time == null ? 0 : time.value();
    Located<String> post = fields.string("post");
    ScenarioEvent event =
        switch (post == null ? "" : post.value()) {
          case "alerts" -> new ScenarioEvent.Post(at, fields.list("alerts", this::alert));
          case "silence" -> silence(fields, at);
          case "" -> refusals(fields, at);
          default -> unknown(fields);
        };
    fields.finish();
    return event;
  }

  private @Nullable ScenarioEvent unknown(YamlFields fields) {
    problems.value(
        Diagnostic.error(
                ScenarioReader.CHECK,
                "unknown event",
                fields.node("post").map(YamlNode::written).orElse(fields.location()))
            .withHelp(
                "write 'post: alerts', 'post: silence', or 'receiver_will_fail_next: {NAME: 1}'"),
        "unknown event");
    return null;
  }

  private @Nullable ScenarioEvent refusals(YamlFields fields, long at) {
    if (!(fields.node("receiver_will_fail_next").orElse(null) instanceof MappingNode written)) {
      return unknown(fields);
    }
    Map<String, Integer> times = new HashMap<>();
    for (YamlNode.Entry entry : written.entries()) {
      Located<Integer> count = values.integer(entry.value());
      times.put(entry.name(), count == null ? 1 : count.value());
    }
    return new ScenarioEvent.Fail(at, times, status(fields));
  }

  private ScenarioEvent.Alert alert(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "an alert", problems);
    fields.require("labels", "labels of the alert are missing");
    Labels labels = fields.node("labels").map(this::labels).orElse(Labels.EMPTY);
    SortedMap<String, String> annotations = new TreeMap<>();
    fields
        .map("annotations", LabelText::new)
        .forEach(text -> annotations.put(text.name().value(), text.value().text()));
    Located<Long> starts = fields.scalar("startsAt_rel", Moment::parse);
    Located<Long> ends = fields.scalar("endsAt_rel", Moment::parse);
    fields.finish();
    return new ScenarioEvent.Alert(
        labels,
        annotations,
        starts == null ? null : starts.value(),
        ends == null ? null : ends.value());
  }

  /// {@return a label set}
  Labels labels(YamlNode node) {
    Labels.Builder labels = new Labels.Builder();
    for (LabelText label : values.map(node, LabelText::new)) {
      labels.set(label.name().value(), label.value().text());
    }
    return labels.build();
  }

  private ScenarioEvent silence(YamlFields fields, long at) {
    List<Matcher> all = new ArrayList<>();
    for (YamlNode item : fields.items("matchers")) {
      if (item instanceof MappingNode) {
        addMatcher(YamlFields.of(item, "a matcher", problems), all);
      } else {
        addMatchers(item, all);
      }
    }
    Located<Long> starts = fields.scalar("startsAt_rel", Moment::parse);
    fields.require("endsAt_rel", "endsAt_rel: when the silence ends is missing");
    Located<Long> ends = fields.scalar("endsAt_rel", Moment::parse);
    return new ScenarioEvent.MakeSilence(
        at, all, starts == null ? at : starts.value(), ends == null ? at : ends.value());
  }

  // As the API takes them.
  private void addMatcher(YamlFields fields, List<Matcher> into) {
    Located<String> name = fields.string("name");
    Located<String> value = fields.string("value");
    Located<Boolean> regex = fields.bool("isRegex");
    Located<Boolean> equal = fields.bool("isEqual");
    fields.finish();
    boolean isRegex = regex != null && regex.value();
    boolean isEqual = equal == null || equal.value();
    Operator operator =
        isRegex
            ? (isEqual ? Operator.REGEX : Operator.NOT_REGEX)
            : (isEqual ? Operator.EQUAL : Operator.NOT_EQUAL);
    try {
      into.add(
          Matcher.of(
              name == null ? "" : name.value(), operator, value == null ? "" : value.value()));
    } catch (com.google.re2j.PatternSyntaxException e) {
      problems.value("matcher/syntax", String.valueOf(e.getMessage()), fields.location());
    }
  }

  // As amtool takes them.
  private void addMatchers(YamlNode item, List<Matcher> into) {
    SourceText text = values.text(item);
    if (text == null) {
      return;
    }
    switch (matchers.parse(text.text())) {
      case MatcherResult.Parsed parsed ->
          parsed.parsed().forEach(matcher -> into.add(matcher.matcher()));
      case MatcherResult.Failed failed ->
          problems.value("matcher/syntax", failed.message(), text.locate(failed.span()));
    }
  }
}
