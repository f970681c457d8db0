package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.notify.scenario.ScenarioOutcome;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/// How scenarios went, as suites of a JUnit report: a case for each scenario, and an error for what
/// kept some from being played.
///
/// @param paths makes paths relative to the repository
record ScenariosJunit(ScenarioRuns runs, UnaryOperator<String> paths) implements JunitSuites {
  @Override
  public JunitCounts counts() {
    int skipped = runs.skipped().size();
    long errors = errors().size();
    return new JunitCounts(
        runs.outcomes().size() + skipped + errors, runs.failed(), errors, skipped);
  }

  private List<Diagnostic> errors() {
    return runs.diagnostics().stream().filter(each -> each.severity() == Severity.ERROR).toList();
  }

  @Override
  public void suites(Xml xml) {
    if (counts().tests() == 0) {
      return;
    }
    xml.open("testsuite").attribute("name", "scenarios");
    counts().write(xml);
    for (ScenarioOutcome outcome : runs.outcomes()) {
      open(xml, outcome.scenario().name().value(), outcome.scenario().location());
      if (!outcome.passed()) {
        failure(xml, outcome);
      }
      xml.close();
    }
    for (Scenario scenario : runs.skipped()) {
      open(xml, scenario.name().value(), scenario.location());
      xml.open("skipped").attribute("message", String.valueOf(scenario.unstable())).close();
      xml.close();
    }
    for (Diagnostic error : errors()) {
      open(xml, error.check(), error.location());
      xml.open("error").attribute("type", error.check());
      xml.attribute("message", new SecretMasking().mask(error.message())).close();
      xml.close();
    }
    xml.close();
  }

  private static void failure(Xml xml, ScenarioOutcome outcome) {
    xml.open("failure").attribute("type", "scenario");
    xml.attribute("message", summary(outcome)).close(text(outcome));
  }

  /// {@return how many notifications are missing or not expected}
  static String summary(ScenarioOutcome outcome) {
    return outcome.missing().size()
        + " missing, "
        + Counted.of(outcome.unexpected().size(), "unexpected notification");
  }

  private static String text(ScenarioOutcome outcome) {
    StringBuilder text = new StringBuilder();
    try {
      ScenariosText.failure(text, outcome);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().strip();
  }

  private void open(Xml xml, String name, Location place) {
    String path = paths.apply(place.file().path());
    xml.open("testcase").attribute("name", name).attribute("classname", path);
    xml.attribute("file", path);
    xml.attribute("line", String.valueOf(place.start().line())).attribute("time", "0");
  }
}
