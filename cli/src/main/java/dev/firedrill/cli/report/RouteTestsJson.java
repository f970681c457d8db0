package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.test.RouteTestFailure;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SecretMasking;
import java.io.IOException;

/// How route tests went, as JSON.
public record RouteTestsJson(RouteTestRun run) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    int failed = run.failed();
    json.object().name("summary").object();
    json.name("tests").value(run.results().size());
    json.name("passed").value(run.results().size() - failed);
    json.name("failed").value(failed).end();
    json.name("tests").array();
    tests(json);
    json.end().name("findings");
    new FindingsJson(new SecretMasking()).findings(json, run.diagnostics());
    SkippedJson.write(json, run.skipped());
    json.end();
    out.append(text).append('\n');
  }

  /// Writes the items of a list of all tests.
  void tests(Json json) {
    for (RouteTestResult result : run.results()) {
      test(json, result);
    }
  }

  private static void test(Json json, RouteTestResult result) {
    Location place = result.test().location();
    json.object().name("path").value(place.file().path());
    json.name("line").value(place.start().line());
    json.name("name").value(result.test().name().value());
    json.name("passed").value(result.passed());
    json.name("failures").array();
    for (RouteTestFailure failure : result.failures()) {
      json.object().name("line").value(failure.location().start().line());
      json.name("subject").value(failure.subject());
      json.name("message").value(failure.reason());
      json.name("expected").value(failure.expected());
      json.name("got").value(failure.got()).end();
    }
    json.end().end();
  }
}
