package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.test.RouteTestFailure;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How route tests went, as a JUnit report: a suite for each file, a case for each test, and a
/// suite
/// for what kept tests from running.
public record RouteTestsJunit(RouteTestRun run) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    Xml xml = new Xml();
    xml.open("testsuites").attribute("name", "firedrill routes test");
    counts(xml, run.results().size(), run.failed(), run.diagnostics().size());
    suites(xml);
    out.append(xml.close().toString());
  }

  /// Writes the suites alone.
  void suites(Xml xml) {
    for (SourceFile file : run.files()) {
      List<RouteTestResult> results = new ArrayList<>();
      for (RouteTestResult result : run.results()) {
        if (result.test().location().file().equals(file)) {
          results.add(result);
        }
      }
      suite(xml, file.path(), results);
    }
    if (!run.diagnostics().isEmpty()) {
      xml.open("testsuite").attribute("name", "files");
      counts(xml, 0, 0, run.diagnostics().size());
      run.diagnostics().forEach(diagnostic -> error(xml, diagnostic));
      xml.close();
    }
  }

  private static void suite(Xml xml, String path, List<RouteTestResult> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    xml.open("testsuite").attribute("name", path);
    counts(xml, results.size(), failed, 0);
    xml.attribute("file", path);
    for (RouteTestResult result : results) {
      open(xml, name(result), path, result.test().location());
      for (RouteTestFailure failure : result.failures()) {
        xml.open("failure").attribute("type", failure.subject());
        xml.attribute("message", "expected " + failure.expected() + ", got " + failure.got());
        xml.close("because " + failure.reason());
      }
      xml.close();
    }
    xml.close();
  }

  private static String name(RouteTestResult result) {
    String name = result.test().name().value();
    return name.isEmpty() ? result.test().labels().toString() : name;
  }

  private static void error(Xml xml, Diagnostic diagnostic) {
    Location place = diagnostic.location();
    open(xml, diagnostic.check(), place.file().path(), place);
    xml.open("error").attribute("type", diagnostic.check());
    xml.attribute("message", diagnostic.message()).close();
    xml.close();
  }

  private static void open(Xml xml, String name, String className, Location place) {
    xml.open("testcase").attribute("name", name).attribute("classname", className);
    xml.attribute("file", place.file().path());
    xml.attribute("line", String.valueOf(place.start().line()));
  }

  private static void counts(Xml xml, long tests, long failures, long errors) {
    xml.attribute("tests", String.valueOf(tests + errors));
    xml.attribute("failures", String.valueOf(failures));
    xml.attribute("errors", String.valueOf(errors));
  }
}
