package dev.firedrill.cli.report;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.test.AssertionOutcome;
import dev.firedrill.rules.test.AssertionOutcome.Status;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.UnitTest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// How unit tests went, as a JUnit report: a suite for each file and a case for each assertion, and
/// further cases for what kept tests from running, and a suite for each file that was skipped.
///
/// @param paths makes paths relative to the repository
/// @param skippedFail whether files that were skipped make the command fail
public record UnitTestsJunit(UnitTestRun run, UnaryOperator<String> paths, boolean skippedFail)
    implements Report, JunitSuites {
  private static final int WIDTH = 100;

  @Override
  public void write(Appendable out) throws IOException {
    out.append(JunitSuites.document("firedrill rules test", List.of(this)));
  }

  @Override
  public JunitCounts counts() {
    List<JunitCounts> counts = new ArrayList<>();
    run.files().forEach(file -> counts.add(counts(suite(file).cases())));
    counts.add(skipped().counts());
    return JunitCounts.sum(counts);
  }

  @Override
  public void suites(Xml xml) {
    for (TestFileOutcome file : run.files()) {
      Suite suite = suite(file);
      String path = paths.apply(suite.path());
      xml.open("testsuite").attribute("name", path);
      counts(suite.cases()).write(xml);
      xml.attribute("file", path);
      suite.cases().forEach(each -> each.write(xml, paths));
      xml.close();
    }
    skipped().suites(xml);
  }

  private SkippedJunit skipped() {
    return new SkippedJunit(run.skipped(), skippedFail, paths);
  }

  private record Suite(String path, List<Case> cases) {}

  /// How a case ended.
  private enum End {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private record Case(
      String name,
      String className,
      Location location,
      Duration elapsed,
      End end,
      String type,
      String message,
      String text) {
    private void write(Xml xml, UnaryOperator<String> paths) {
      xml.open("testcase").attribute("name", name).attribute("classname", className);
      xml.attribute("file", paths.apply(location.file().path()));
      xml.attribute("line", String.valueOf(location.start().line()));
      xml.attribute("time", JunitCounts.seconds(elapsed));
      switch (end) {
        case PASSED -> {}
        case SKIPPED -> xml.open("skipped").attribute("message", message).close();
        case FAILURE -> problem("failure", xml);
        case ERROR -> problem("error", xml);
      }
      xml.close();
    }

    private void problem(String element, Xml xml) {
      xml.open(element).attribute("type", type).attribute("message", message).close(text);
    }
  }

  private static JunitCounts counts(List<Case> cases) {
    Duration elapsed = cases.stream().map(Case::elapsed).reduce(Duration.ZERO, Duration::plus);
    return new JunitCounts(
        cases.size(),
        count(cases, End.FAILURE),
        count(cases, End.ERROR),
        count(cases, End.SKIPPED),
        elapsed);
  }

  private static long count(List<Case> cases, End end) {
    return cases.stream().filter(each -> each.end() == end).count();
  }

  private static Suite suite(TestFileOutcome file) {
    List<Case> cases = new ArrayList<>();
    for (Diagnostic diagnostic : file.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        cases.add(error(diagnostic));
      }
    }
    for (TestOutcome outcome : file.outcomes()) {
      add(outcome, cases);
    }
    for (UnitTest test : file.notRun()) {
      cases.add(notRun(test));
    }
    return new Suite(file.source().path(), cases);
  }

  private static Case error(Diagnostic diagnostic) {
    Location place = diagnostic.location();
    String message = FailureStyle.of(false, WIDTH, false).mask(diagnostic.message());
    String where = place.file().path() + ":" + place.start().line();
    return new Case(
        diagnostic.check(),
        "file",
        place,
        Duration.ZERO,
        End.ERROR,
        diagnostic.check(),
        message,
        where + ": " + message);
  }

  private static Case notRun(UnitTest test) {
    String message = "not run: the file or its rules have errors";
    return new Case(
        "test", name(test), test.location(), Duration.ZERO, End.SKIPPED, "setup", message, "");
  }

  private static String name(UnitTest test) {
    return test.name().isEmpty() ? "line " + test.location().start().line() : test.name();
  }

  private static void add(TestOutcome outcome, List<Case> cases) {
    for (TestFailure failure : outcome.failures()) {
      switch (failure.kind()) {
        case RULE, SETUP -> cases.add(failed(failure, outcome.test(), Duration.ZERO, End.ERROR));
        case ALERT, EXPR, NOTIFICATION -> {}
      }
    }
    for (AssertionOutcome assertion : outcome.assertions()) {
      cases.add(assertion(assertion, outcome));
    }
  }

  private static Case assertion(AssertionOutcome assertion, TestOutcome outcome) {
    if (assertion.status() == Status.FAILED) {
      for (TestFailure failure : outcome.failures()) {
        if (failure.location().equals(assertion.location())) {
          return failed(failure, outcome.test(), assertion.elapsed(), End.FAILURE);
        }
      }
    }
    boolean reached = assertion.status() != Status.NOT_REACHED;
    return new Case(
        title(assertion),
        name(outcome.test()),
        assertion.location(),
        assertion.elapsed(),
        reached ? End.PASSED : End.SKIPPED,
        assertion.kind().word(),
        reached ? "" : "the test ended before",
        "");
  }

  private static String title(AssertionOutcome assertion) {
    Duration time = assertion.evalTime();
    String at = time == null ? "" : " at " + PrometheusDuration.format(time.toMillis());
    String subject = assertion.subject().strip().replaceAll("\\s*\n\\s*", " ");
    return switch (assertion.kind()) {
          case ALERT -> "alert " + subject;
          case NOTIFICATION -> "notification to " + subject;
          case EXPR, RULE, SETUP -> "'" + subject + "'";
        }
        + at;
  }

  private static Case failed(TestFailure failure, UnitTest test, Duration elapsed, End end) {
    StringBuilder text = new StringBuilder();
    FailureStyle style = FailureStyle.of(false, WIDTH, false);
    try {
      new TestFailureText(failure, test, style).write(text);
    } catch (IOException e) {
      throw new IllegalStateException("a builder cannot fail", e);
    }
    return new Case(
        TestFailureText.title(failure),
        name(test),
        failure.location(),
        elapsed,
        end,
        failure.kind().word(),
        style.mask(FailureSummary.of(failure)),
        text.toString().strip());
  }
}
