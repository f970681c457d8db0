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
import java.util.function.UnaryOperator;

/// How route tests went, as a JUnit report: a suite for each file, a case for each test, and a
/// suite for what kept tests from running, and one for each file that was skipped.
///
/// @param paths makes paths relative to the repository
/// @param skippedFail whether files that were skipped make the command fail
public record RouteTestsJunit(RouteTestRun run, UnaryOperator<String> paths, boolean skippedFail)
    implements Report, JunitSuites {
  @Override
  public void write(Appendable out) throws IOException {
    out.append(JunitSuites.document("firedrill routes test", List.of(this)));
  }

  @Override
  public JunitCounts counts() {
    int errors = run.diagnostics().size();
    return JunitCounts.sum(
        List.of(
            new JunitCounts(run.results().size() + errors, run.failed(), errors, 0),
            skipped().counts()));
  }

  private SkippedJunit skipped() {
    return new SkippedJunit(run.skipped(), skippedFail, paths);
  }

  @Override
  public void suites(Xml xml) {
    for (SourceFile file : run.files()) {
      List<RouteTestResult> results = new ArrayList<>();
      for (RouteTestResult result : run.results()) {
        if (result.test().location().file().equals(file)) {
          results.add(result);
        }
      }
      suite(xml, paths.apply(file.path()), results);
    }
    if (!run.diagnostics().isEmpty()) {
      xml.open("testsuite").attribute("name", "files");
      int errors = run.diagnostics().size();
      new JunitCounts(errors, 0, errors, 0).write(xml);
      run.diagnostics().forEach(diagnostic -> error(xml, diagnostic));
      xml.close();
    }
    skipped().suites(xml);
  }

  private void suite(Xml xml, String path, List<RouteTestResult> results) {
    long failed = results.stream().filter(result -> !result.passed()).count();
    xml.open("testsuite").attribute("name", path);
    new JunitCounts(results.size(), failed, 0, 0).write(xml);
    xml.attribute("file", path);
    for (RouteTestResult result : results) {
      open(xml, name(result), path, result.test().location().start().line());
      if (!result.passed()) {
        failure(xml, result.failures());
      }
      xml.close();
    }
    xml.close();
  }

  // What reads these reports shows one failure of a case.
  private static void failure(Xml xml, List<RouteTestFailure> failures) {
    RouteTestFailure first = failures.getFirst();
    StringBuilder text = new StringBuilder();
    if (failures.size() == 1) {
      text.append("because ").append(first.reason());
    } else {
      for (RouteTestFailure failure : failures) {
        text.append(text.isEmpty() ? "" : "\n\n").append(failure.subject()).append(": ");
        text.append(message(failure)).append("\nbecause ").append(failure.reason());
      }
    }
    String more = failures.size() == 1 ? "" : " (and " + (failures.size() - 1) + " more)";
    xml.open("failure").attribute("type", first.subject());
    xml.attribute("message", message(first) + more).close(text.toString());
  }

  private static String message(RouteTestFailure failure) {
    return "expected " + failure.expected() + ", got " + failure.got();
  }

  private static String name(RouteTestResult result) {
    String name = result.test().name().value();
    return name.isEmpty() ? result.test().labels().toString() : name;
  }

  private void error(Xml xml, Diagnostic diagnostic) {
    Location place = diagnostic.location();
    open(xml, diagnostic.check(), paths.apply(place.file().path()), place.start().line());
    xml.open("error").attribute("type", diagnostic.check());
    xml.attribute("message", diagnostic.message()).close();
    xml.close();
  }

  private static void open(Xml xml, String name, String path, int line) {
    xml.open("testcase").attribute("name", name).attribute("classname", path);
    xml.attribute("file", path);
    xml.attribute("line", String.valueOf(line)).attribute("time", "0");
  }
}
