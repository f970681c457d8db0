package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseError;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.rules.test.SeriesTemplate.MalformedTemplate;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what Firedrill adds to tests: of the key `firedrill` of a test, or of the test itself in a
/// file of kind `firedrill-tests`.
final class AdditionsReader {
  private final YamlProblems problems;
  private final YamlValues values;
  private final BehaviourReader behaviours;
  private final NotificationTestReader notifications;

  AdditionsReader(YamlProblems problems) {
    this.problems = problems;
    this.values = new YamlValues(problems);
    this.behaviours = new BehaviourReader(problems);
    this.notifications = new NotificationTestReader(problems);
  }

  /// {@return the additions among the fields of a mapping}
  /// @param startsWithData whether the test has no time of its own to start at
  TestAdditions read(YamlFields fields, boolean startsWithData) {
    List<RecordedInput> recordings = fields.list("input_data", this::recording);
    List<AlertBehaviour> expected = fields.list("expect_alerts", behaviours::read);
    NotificationTest notified = notifications.read(fields);
    Located<Duration> until = duration(fields, "until");
    boolean fromData =
        startsWithData && recordings.stream().anyMatch(recording -> recording.at() == null);
    return new TestAdditions(
        recordings, expected, notified, until == null ? null : until.value(), fromData);
  }

  /// {@return the series of a list that may hold templates}
  List<InputSeries> series(YamlFields fields) {
    List<InputSeries> series = new ArrayList<>();
    for (YamlNode item : fields.items("input_series")) {
      YamlFields parts = YamlFields.of(item, "an item of input_series", problems);
      parts.require("series", "series: which series this is is missing");
      SourceText template = parts.text("series");
      SourceText written = parts.text("values");
      parts.require("values", "values: the values of the series are missing");
      parts.finish();
      if (template != null && written != null) {
        List<SourceText> expanded = expanded(template);
        if (series.size() + expanded.size() > SeriesTemplate.MOST) {
          String text = "more than " + SeriesTemplate.MOST + " series in one test";
          problems.value("test/template", text, template.location());
          return series;
        }
        expanded.forEach(each -> series.add(new InputSeries(each, written)));
      }
    }
    return series;
  }

  private List<SourceText> expanded(SourceText template) {
    try {
      return SeriesTemplate.expand(template);
    } catch (MalformedTemplate e) {
      problems.value("test/template", e.text(), template.locate(e.span()));
      return List.of();
    }
  }

  /// {@return how near values must be; null where nothing is said}
  static @Nullable Tolerance tolerance(YamlFields fields) {
    Located<Tolerance> tolerance = fields.scalar("tolerance", Tolerance::parse);
    return tolerance == null ? null : tolerance.value();
  }

  private @Nullable RecordedInput recording(YamlNode node) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return new RecordedInput(scalar.value(), List.of(), null);
    }
    YamlFields fields = YamlFields.of(node, "an item of input_data", problems);
    fields.require("file", "file: the recording is missing");
    SourceText file = fields.text("file");
    List<List<LabelMatcher>> match = new ArrayList<>();
    for (YamlNode selector : selectors(fields)) {
      match.addAll(selector(selector));
    }
    Located<Duration> at = duration(fields, "at");
    fields.finish();
    return file == null ? null : new RecordedInput(file, match, at);
  }

  private static List<YamlNode> selectors(YamlFields fields) {
    YamlNode match = fields.node("match").orElse(null);
    return match == null
        ? List.of()
        : match instanceof SequenceNode list ? list.items() : List.of(match);
  }

  private List<List<LabelMatcher>> selector(YamlNode node) {
    SourceText text = values.text(node);
    if (text == null) {
      return List.of();
    }
    switch (Promql.parseSelector(text.text())) {
      case ParseResult.Parsed parsed when parsed.expr() instanceof InstantSelector selector -> {
        return List.of(selector.matchers());
      }
      case ParseResult.Parsed parsed -> throw new IllegalStateException("no selector: " + parsed);
      case ParseResult.Rejected rejected -> {
        ParseError error = rejected.first();
        problems.value(
            Diagnostic.error("test/selector", error.message(), text.locate(error.span()))
                .withHelp("expected a selector such as up{job=\"api\"}"),
            error.message());
        return List.of();
      }
    }
  }

  private static @Nullable Located<Duration> duration(YamlFields fields, String name) {
    return fields.scalar(name, text -> Duration.ofMillis(PrometheusDuration.parseMillis(text)));
  }
}
