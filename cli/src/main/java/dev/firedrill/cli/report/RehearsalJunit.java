package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.rehearsal.PartReports;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Rehearsals as one JUnit report: the suites that the commands of their parts would write.
///
/// @param paths makes paths relative to the repository
/// @param fails whether a finding makes a part fail
/// @param skippedFail whether files that were skipped do
public record RehearsalJunit(
    List<Rehearsal> rehearsals,
    UnaryOperator<String> paths,
    Predicate<Diagnostic> fails,
    boolean skippedFail)
    implements Report {
  public RehearsalJunit {
    rehearsals = List.copyOf(rehearsals);
  }

  @Override
  public void write(Appendable out) throws IOException {
    List<JunitSuites> suites = new ArrayList<>();
    for (Rehearsal rehearsal : rehearsals) {
      rehearsal.sections().forEach(section -> add(section.reports(), suites));
    }
    out.append(JunitSuites.document("firedrill rehearse", suites));
  }

  private void add(PartReports part, List<JunitSuites> suites) {
    Judgement judgement = part.judgement();
    if (judgement != null) {
      suites.add(new FindingsJunit(judgement, paths, fails, skippedFail));
    }
    UnitTestRun unit = part.unitTests();
    if (unit != null) {
      suites.add(new UnitTestsJunit(unit, paths, skippedFail));
    }
    RouteTestRun routes = part.routeTests();
    if (routes != null) {
      // What was skipped is told with the findings of the same part.
      RouteTestRun told =
          judgement == null
              ? routes
              : new RouteTestRun(routes.results(), routes.diagnostics(), List.of());
      suites.add(new RouteTestsJunit(told, paths, skippedFail));
    }
    ScenarioRuns scenarios = part.scenarios();
    if (scenarios != null) {
      suites.add(new ScenariosJunit(scenarios, paths));
    }
  }
}
