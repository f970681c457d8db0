package dev.firedrill.cli.report;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.TimelineExcerpt;
import dev.firedrill.rules.test.UnitTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How unit tests went, as JSON. Times and durations are in seconds, values are texts as in
/// Prometheus's API.
///
/// @param more writes further members of the document
public record UnitTestsJson(UnitTestRun run, Consumer<Json> more) implements Report {
  private static final double NANOS = 1e9;
  private static final Masking SECRETS = new SecretMasking();

  /// The tests alone.
  public UnitTestsJson(UnitTestRun run) {
    this(run, json -> {});
  }

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    summary(json);
    json.name("tests").array();
    tests(json);
    json.end().name("findings");
    new FindingsJson(SECRETS).findings(json, run.diagnostics());
    SkippedJson.write(json, run.skipped());
    more.accept(json);
    json.end();
    out.append(text).append('\n');
  }

  /// Writes the items of a list of all tests.
  void tests(Json json) {
    for (TestFileOutcome file : run.files()) {
      for (TestOutcome outcome : file.outcomes()) {
        test(json, outcome.test(), outcome.passed(), outcome.elapsed(), outcome.failures());
      }
      for (UnitTest test : file.notRun()) {
        test(json, test, false, Duration.ZERO, List.of(notRun(test)));
      }
    }
  }

  private void summary(Json json) {
    json.name("summary").object();
    json.name("tests").value(run.tests());
    json.name("assertions").value(run.assertions());
    json.name("passed").value(run.tests() - run.failed());
    json.name("failed").value(run.failed());
    json.name("warnings").value(run.count(Severity.WARNING)).end();
  }

  private static TestFailure notRun(UnitTest test) {
    String message = "not run: the file or its rules have errors";
    return new TestFailure(
        TestFailure.Kind.SETUP, "", null, message, List.of(), List.of(), test.location());
  }

  private static void test(
      Json json, UnitTest test, boolean passed, Duration elapsed, List<TestFailure> failures) {
    Location place = test.location();
    json.object().name("path").value(place.file().path());
    json.name("line").value(place.start().line());
    json.name("name").value(test.name());
    json.name("passed").value(passed);
    json.name("seconds").value(elapsed.toNanos() / NANOS);
    json.name("failures").array();
    for (TestFailure failure : failures) {
      failure(json, failure);
    }
    json.end().end();
  }

  private static void failure(Json json, TestFailure failure) {
    json.object().name("line").value(failure.location().start().line());
    json.name("kind").value(failure.kind().word());
    json.name("subject").value(failure.subject());
    Duration time = failure.evalTime();
    json.name("eval_time");
    if (time == null) {
      json.nothing();
    } else {
      json.value(time.toMillis() / 1e3);
    }
    json.name("message").value(masked(failure.message()));
    json.name("expected");
    observations(json, failure.expected());
    json.name("got");
    observations(json, failure.got());
    json.name("timeline");
    timeline(json, failure.timeline());
    json.end();
  }

  private static void timeline(Json json, @Nullable TimelineExcerpt timeline) {
    json.array();
    if (timeline != null) {
      for (TimelineExcerpt.Row row : timeline.rows()) {
        json.object().name("labels");
        texts(json, row.labels());
        json.name("steps").array();
        for (int i = 0; i < row.cells().size(); i++) {
          step(json, timeline.times().get(i), row.cells().get(i));
        }
        json.end().end();
      }
    }
    json.end();
  }

  private static void step(Json json, Duration time, TimelineExcerpt.Cell cell) {
    json.object().name("time").value(time.toMillis() / 1e3);
    json.name("state").value(cell.word()).name("value");
    Double value = cell.value();
    if (value == null) {
      json.nothing();
    } else {
      json.value(GoFloat.json(value));
    }
    json.end();
  }

  private static String masked(String text) {
    StringBuilder masked = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      masked.append(masked.isEmpty() ? "" : "\n").append(SECRETS.mask(line));
    }
    return masked.toString();
  }

  private static void observations(Json json, List<Observation> observations) {
    json.array();
    for (Observation observation : observations) {
      json.object().name("labels");
      texts(json, observation.labels());
      switch (observation) {
        case FiringAlert alert -> {
          json.name("annotations");
          texts(json, alert.annotations());
        }
        case ResultSample sample ->
            json.name(sample.histogram() == null ? "value" : "histogram").value(sample.valueText());
      }
      json.end();
    }
    json.end();
  }

  private static void texts(Json json, Map<String, String> texts) {
    json.object();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      json.name(entry.getKey()).value(masked(entry.getValue()));
    }
    json.end();
  }
}
