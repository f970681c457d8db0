package dev.firedrill.alertmanager.test;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.alertmanager.MatcherParser;
import dev.firedrill.alertmanager.MatcherResult;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Rfc3339;
import dev.firedrill.rules.LabelText;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.YamlValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads route test files.
public final class RouteTestReader {
  private static final String CHECK = "route-test/invalid";

  private final SourceFile file;
  private final YamlProblems problems = new YamlProblems();
  private final YamlValues values = new YamlValues(problems);
  private final MatcherParser matchers = new MatcherParser(MatcherMode.FALLBACK);

  private RouteTestReader(SourceFile file) {
    this.file = file;
  }

  /// {@return whether a document looks like route tests rather than rule tests}
  public static boolean recognises(YamlNode document) {
    return document instanceof MappingNode mapping
        && mapping.has("alertmanager")
        && mapping.has("tests")
        && !mapping.has("rule_files");
  }

  /// Reads a file.
  public static Loaded<RouteTestFile> read(SourceFile file) {
    return new RouteTestReader(file).read();
  }

  private Loaded<RouteTestFile> read() {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V3);
    problems.addAll(stream.problems());
    Optional<YamlNode> document = stream.first();
    if (document.isEmpty()) {
      if (stream.complete()) {
        problems.value(CHECK, "no tests in this file", new Location(file, Span.at(0)));
      }
      return new Loaded<>(null, problems.diagnostics());
    }
    YamlFields fields = YamlFields.of(document.get(), "a route test file", problems);
    fields.require("alertmanager", "alertmanager: the configuration to test is missing");
    Located<String> alertmanager = fields.string("alertmanager");
    List<SourceText> templates = fields.strings("templates");
    List<RouteTest> tests = fields.list("tests", this::test);
    fields.finish();
    RouteTestFile value =
        alertmanager == null ? null : new RouteTestFile(file, alertmanager, templates, tests);
    return new Loaded<>(value, problems.diagnostics());
  }

  private RouteTest test(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "a route test", problems);
    Located<String> name = fields.string("name");
    fields.require("labels", "labels of the alert are missing");
    Labels labels = fields.node("labels").map(this::labels).orElse(Labels.EMPTY);
    Map<String, String> annotations =
        fields.node("annotations").map(this::labels).orElse(Labels.EMPTY).toMap();
    List<Labels> firing = fields.list("firing", this::labels);
    List<TestSilence> silences = fields.list("silences", this::silence);
    fields.require("expect", "expect: what must become of the alert is missing");
    RouteExpectation expect =
        fields
            .object("expect", "an expectation")
            .map(this::expectation)
            .orElse(RouteExpectation.NOTHING);
    Instant at = time(fields);
    fields.finish();
    Located<String> named = name == null ? new Located<>("", fields.location()) : name;
    return new RouteTest(
        named, labels, annotations, at, firing, silences, expect, fields.location());
  }

  private RouteExpectation expectation(YamlFields fields) {
    Located<List<String>> receivers = names(fields, "receivers");
    Located<List<Labels>> groupLabels =
        fields
            .node("group_labels")
            .map(node -> new Located<>(labelSets(node), node.written()))
            .orElse(null);
    Located<Boolean> inhibited = fields.bool("inhibited");
    Located<Boolean> silenced = fields.bool("silenced");
    Located<List<String>> mutedBy = names(fields, "muted_by");
    Map<String, List<Located<String>>> messages = new LinkedHashMap<>();
    fields.object("messages", "messages").ifPresent(each -> messages(each, messages));
    fields.finish();
    return new RouteExpectation(receivers, groupLabels, mutedBy, inhibited, silenced, messages);
  }

  private void messages(YamlFields fields, Map<String, List<Located<String>>> messages) {
    for (YamlNode.Entry entry : fields.rest()) {
      List<Located<String>> texts = new ArrayList<>();
      for (YamlNode item : values.items(entry.value())) {
        SourceText text = values.text(item);
        if (text != null) {
          texts.add(new Located<>(text.text(), text.location()));
        }
      }
      messages.put(entry.name(), texts);
    }
  }

  private @Nullable Located<List<String>> names(YamlFields fields, String name) {
    return fields.node(name).map(node -> new Located<>(texts(node), node.written())).orElse(null);
  }

  private @Nullable Instant time(YamlFields fields) {
    SourceText text = fields.text("at");
    if (text == null) {
      return null;
    }
    Optional<Instant> time = Rfc3339.parse(text.text());
    if (time.isEmpty()) {
      problems.value(
          Diagnostic.error(
                  CHECK,
                  "cannot parse " + GoQuote.quote(text.text()) + " as a time",
                  text.location())
              .withHelp("write it as in RFC 3339: 2026-11-21T03:00:00Z"),
          "cannot parse a time");
    }
    return time.orElse(null);
  }

  private List<String> texts(YamlNode node) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : values.items(node)) {
      SourceText text = values.text(item);
      if (text != null) {
        texts.add(text.text());
      }
    }
    return texts;
  }

  private List<Labels> labelSets(YamlNode node) {
    if (node instanceof SequenceNode list) {
      return list.items().stream().map(this::labels).toList();
    }
    return List.of(labels(node));
  }

  private Labels labels(YamlNode node) {
    Labels.Builder labels = new Labels.Builder();
    for (LabelText label : values.map(node, LabelText::new)) {
      labels.set(label.name().value(), label.value().text());
    }
    return labels.build();
  }

  private @Nullable TestSilence silence(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "a silence", problems);
    List<Located<Matcher>> all = new ArrayList<>();
    int before = problems.all().size();
    for (SourceText text : fields.strings("matchers")) {
      switch (matchers.parse(text.text())) {
        case MatcherResult.Parsed parsed ->
            parsed
                .parsed()
                .forEach(m -> all.add(new Located<>(m.matcher(), text.locate(m.span()))));
        case MatcherResult.Failed failed ->
            problems.value("matcher/syntax", failed.message(), text.locate(failed.span()));
      }
    }
    fields.finish();
    boolean readable = problems.all().size() == before;
    if (readable && all.stream().allMatch(matcher -> matcher.value().matches(""))) {
      // Alertmanager refuses such a silence.
      problems.value(
          CHECK, "at least one matcher must not match the empty string", fields.location());
      return null;
    }
    return new TestSilence(all, fields.location());
  }
}
