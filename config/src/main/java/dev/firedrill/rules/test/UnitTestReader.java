package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExpectedAlert;
import dev.firedrill.rules.test.UnitTest.ExpectedSample;
import dev.firedrill.rules.test.UnitTest.ExprExpectation;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import dev.firedrill.yaml.GoErrors;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads unit-test files strictly: what promtool rejects is an error with its place, but for what
/// Firedrill adds under a test's key `firedrill`, or in a file with `kind: firedrill-tests`.
public final class UnitTestReader {
  /// The `kind` of a file in which Firedrill's additions stand beside promtool's keys.
  public static final String KIND = "firedrill-tests";

  private static final List<String> ADDITIONS =
      List.of(
          "expect_alerts",
          "input_data",
          "until",
          "tolerance",
          "alertmanager",
          "expect_notifications");

  private final boolean additionsAllowed;
  private final TestServer server;
  private final YamlProblems problems = new YamlProblems();
  // What promtool looks at when the whole file is decoded.
  private final YamlProblems checks = new YamlProblems();
  private final AdditionsReader additions = new AdditionsReader(problems);
  private Duration evaluationInterval;
  private Tolerance tolerance = Tolerance.NONE;
  private boolean own;

  private UnitTestReader(boolean additionsAllowed, TestServer server) {
    this.additionsAllowed = additionsAllowed;
    this.server = server;
    this.evaluationInterval = server.evaluationInterval();
  }

  /// Reads a file, of which only the first document counts.
  ///
  /// @return the file, and what is wrong with it; a file with errors must not be run
  public static Loaded<UnitTestFile> read(SourceFile file) {
    return read(file, TestServer.NONE);
  }

  /// Reads a file, of which only the first document counts.
  ///
  /// @param server gives what the file does not say
  /// @return the file, and what is wrong with it; a file with errors must not be run
  public static Loaded<UnitTestFile> read(SourceFile file, TestServer server) {
    return new UnitTestReader(true, server).readFile(file);
  }

  /// Reads a file as promtool does, to which Firedrill's additions are errors.
  public static Loaded<UnitTestFile> readAsPromtool(SourceFile file) {
    return new UnitTestReader(false, TestServer.NONE).readFile(file);
  }

  /// {@return the one error with which promtool refuses a file, word for word; nothing where it
  /// takes the file}
  public static Optional<String> promtoolError(SourceFile file) {
    UnitTestReader reader = new UnitTestReader(false, TestServer.NONE);
    reader.readFile(file);
    return GoErrors.first(reader.problems.all(), reader.checks.all());
  }

  private Loaded<UnitTestFile> readFile(SourceFile file) {
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V2);
    problems.addAll(stream.problems());
    UnitTestFile read =
        stream.documents().isEmpty()
            ? new UnitTestFile(
                file, List.of(), server.evaluationInterval(), List.of(), false, List.of())
            : readDocument(file, stream.documents().getFirst());
    YamlProblems all = new YamlProblems();
    all.addAll(problems.all());
    all.addAll(checks.all());
    return new Loaded<>(read, all.diagnostics());
  }

  private UnitTestFile readDocument(SourceFile file, YamlNode document) {
    YamlFields fields = YamlFields.of(document, "main.unitTestFile", problems);
    own = additionsAllowed && isOwn(fields);
    if (own) {
      tolerance = orNone(AdditionsReader.tolerance(fields));
    }
    List<SourceText> ruleFiles =
        fields.node("rule_files").isPresent()
            ? fields.strings("rule_files")
            : server.ruleFiles(file);
    fields.allow("rule_files");
    evaluationInterval =
        orDefault(duration(fields, "evaluation_interval"), server.evaluationInterval());
    List<Located<String>> order = new ArrayList<>();
    for (SourceText name : fields.strings("group_eval_order")) {
      order.add(new Located<>(name.text(), name.location()));
    }
    checkDistinct(order);
    Located<Boolean> fuzzy = fields.bool("fuzzy_compare");
    List<UnitTest> tests = fields.list("tests", "main.testGroup", this::readTest);
    fields.finish();
    boolean fuzzyCompare = fuzzy != null && fuzzy.value();
    return new UnitTestFile(file, ruleFiles, evaluationInterval, order, fuzzyCompare, tests);
  }

  private boolean isOwn(YamlFields fields) {
    if (fields.key("kind").isEmpty()) {
      return false;
    }
    Located<String> kind = fields.string("kind");
    if (kind != null && !kind.value().equals(KIND)) {
      problems.value("test/kind", "expected kind: " + KIND, kind.location());
    }
    return kind != null;
  }

  private void checkDistinct(List<Located<String>> names) {
    Set<String> seen = new HashSet<>();
    for (Located<String> name : names) {
      if (!seen.add(name.value())) {
        String text = "group name repeated in evaluation order: " + name.value();
        checks.value("test/eval-order", text, name.location());
      }
    }
  }

  private UnitTest readTest(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "main.testGroup", problems);
    YamlFields added = own ? fields : addedFields(fields);
    Tolerance before = tolerance;
    tolerance = added == null ? before : orElse(AdditionsReader.tolerance(added), before);
    Duration interval = orDefault(duration(fields, "interval"), evaluationInterval);
    List<InputSeries> series = readSeries(fields, added);
    List<AlertExpectation> alerts =
        fields.list("alert_rule_test", "main.alertTestCase", this::readAlertTest);
    List<ExprExpectation> exprs =
        fields.list("promql_expr_test", "main.promqlTestCase", this::readExprTest);
    tolerance = before;
    SortedMap<String, String> externalLabels =
        fields.node("external_labels").isPresent()
            ? map(fields, "external_labels")
            : new TreeMap<>(server.outgoing().external());
    fields.allow("external_labels");
    String externalUrl = string(fields, "external_url").value();
    String name = string(fields, "name").value();
    Located<Long> start = fields.scalar("start_timestamp", StartTimestamp::parse);
    TestAdditions more = added == null ? TestAdditions.NONE : additions.read(added, start == null);
    if (added != null && !own) {
      added.finish();
    }
    fields.finish(this::help);
    return new UnitTest(
        name,
        interval,
        series,
        alerts,
        exprs,
        externalLabels,
        externalUrl,
        start == null ? 0 : start.value(),
        more,
        fields.location());
  }

  private @Nullable YamlFields addedFields(YamlFields fields) {
    return additionsAllowed
        ? fields.object("firedrill", "firedrill: of a test").orElse(null)
        : null;
  }

  private List<InputSeries> readSeries(YamlFields fields, @Nullable YamlFields added) {
    if (own) {
      return additions.series(fields);
    }
    List<InputSeries> series =
        new ArrayList<>(fields.list("input_series", "main.series", this::readSeries));
    if (added != null) {
      series.addAll(additions.series(added));
    }
    return series;
  }

  private @Nullable String help(String field) {
    if (own && field.equals("firedrill")) {
      return "in a file of kind " + KIND + " its keys stand beside the others";
    }
    boolean addition = ADDITIONS.contains(field);
    return additionsAllowed && addition
        ? "it stands under firedrill:, or in a file with kind: " + KIND
        : null;
  }

  private InputSeries readSeries(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "main.series", problems);
    SourceText series = text(fields, "series");
    SourceText values = text(fields, "values");
    fields.finish();
    return new InputSeries(series, values);
  }

  private AlertExpectation readAlertTest(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "main.alertTestCase", problems);
    Located<Duration> evalTime = orZero(duration(fields, "eval_time"), fields);
    Located<String> alertname = string(fields, "alertname");
    List<ExpectedAlert> expected = fields.list("exp_alerts", "main.alert", this::readAlert);
    fields.finish();
    return new AlertExpectation(
        evalTime.value(),
        alertname.value(),
        expected,
        evalTime.location(),
        alertname.location(),
        fields.location());
  }

  private ExpectedAlert readAlert(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "main.alert", problems);
    ExpectedAlert alert =
        new ExpectedAlert(map(fields, "exp_labels"), map(fields, "exp_annotations"));
    fields.finish();
    return alert;
  }

  private ExprExpectation readExprTest(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "main.promqlTestCase", problems);
    SourceText expr = text(fields, "expr");
    Located<Duration> evalTime = orZero(duration(fields, "eval_time"), fields);
    List<ExpectedSample> expected = fields.list("exp_samples", "main.sample", this::readSample);
    Tolerance near = own ? orElse(AdditionsReader.tolerance(fields), tolerance) : tolerance;
    fields.finish();
    return new ExprExpectation(
        expr, evalTime.value(), expected, near, evalTime.location(), fields.location());
  }

  private ExpectedSample readSample(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "main.sample", problems);
    Located<String> labels = string(fields, "labels");
    Located<Double> value = fields.number("value");
    Located<String> histogram = string(fields, "histogram");
    fields.finish();
    return new ExpectedSample(
        labels, value == null ? 0 : value.value(), histogram, fields.location());
  }

  private static @Nullable Located<Duration> duration(YamlFields fields, String name) {
    return fields.scalar(name, text -> Duration.ofMillis(PrometheusDuration.parseMillis(text)));
  }

  private static Tolerance orNone(@Nullable Tolerance tolerance) {
    return orElse(tolerance, Tolerance.NONE);
  }

  private static Tolerance orElse(@Nullable Tolerance tolerance, Tolerance otherwise) {
    return tolerance == null ? otherwise : tolerance;
  }

  private static Located<Duration> orZero(@Nullable Located<Duration> duration, YamlFields fields) {
    return duration == null ? new Located<>(Duration.ZERO, fields.location()) : duration;
  }

  private static Duration orDefault(@Nullable Located<Duration> duration, Duration otherwise) {
    return duration == null || duration.value().isZero() ? otherwise : duration.value();
  }

  private static SourceText text(YamlFields fields, String name) {
    SourceText text = fields.text(name);
    return text != null ? text : nothing(fields.location());
  }

  private static SourceText nothing(Location place) {
    return SourceText.of(place.file(), Span.at(place.span().start()));
  }

  private static Located<String> string(YamlFields fields, String name) {
    Located<String> string = fields.string(name);
    return string != null ? string : new Located<>("", fields.location());
  }

  private static SortedMap<String, String> map(YamlFields fields, String name) {
    SortedMap<String, String> map = new TreeMap<>();
    fields.map(name, (key, value) -> map.put(key.value(), value.text()));
    return map;
  }
}
