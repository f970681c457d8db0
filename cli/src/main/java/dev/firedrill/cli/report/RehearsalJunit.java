package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.rehearsal.PartReports;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Rehearsals as one JUnit report: the suites that the commands of their parts would write.
///
/// @param paths makes paths relative to the repository
/// @param fails whether a finding makes a part fail
public record RehearsalJunit(
    List<Rehearsal> rehearsals, UnaryOperator<String> paths, Predicate<Diagnostic> fails)
    implements Report {
  public RehearsalJunit {
    rehearsals = List.copyOf(rehearsals);
  }

  @Override
  public void write(Appendable out) throws IOException {
    Xml xml = new Xml();
    xml.open("testsuites").attribute("name", "firedrill rehearse");
    for (Rehearsal rehearsal : rehearsals) {
      rehearsal.sections().forEach(section -> suites(section.reports(), xml));
    }
    out.append(xml.close().toString());
  }

  private void suites(PartReports part, Xml xml) {
    Judgement judgement = part.judgement();
    if (judgement != null) {
      new FindingsJunit(judgement, paths, fails).suites(xml);
    }
    UnitTestRun unit = part.unitTests();
    if (unit != null) {
      new UnitTestsJunit(unit).suites(xml);
    }
    RouteTestRun routes = part.routeTests();
    if (routes != null) {
      new RouteTestsJunit(routes).suites(xml);
    }
  }
}
