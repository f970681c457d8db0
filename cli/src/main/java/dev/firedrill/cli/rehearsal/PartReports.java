package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.report.Report;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.replay.ReplayReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a part of a rehearsal came to, for the formats of the part's own command.
///
/// @param json the document that the command would write; null where the part was not possible
/// @param judgement what was found in files; null where none were judged
/// @param unitTests null where none were run
/// @param routeTests null where none were run
/// @param scenarios null where none were played
/// @param replay null where nothing was replayed
public record PartReports(
    @Nullable Report json,
    @Nullable Judgement judgement,
    @Nullable UnitTestRun unitTests,
    @Nullable RouteTestRun routeTests,
    @Nullable ScenarioRuns scenarios,
    @Nullable ReplayReport replay) {
  /// A part without any.
  static final PartReports NONE = new PartReports(null, null, null, null, null, null);

  /// What a part could not be rehearsed for.
  static PartReports refused(List<Diagnostic> found) {
    Judgement judgement = Judgement.of(found, List.of(), -1, List.of(), SecretMasking.ofText());
    return new PartReports(null, judgement, null, null, null, null);
  }

  static PartReports of(Report json) {
    return new PartReports(json, null, null, null, null, null);
  }

  static PartReports of(Report json, Judgement judgement) {
    return new PartReports(json, judgement, null, null, null, null);
  }

  static PartReports of(Report json, UnitTestRun tests) {
    return new PartReports(json, null, tests, null, null, null);
  }

  static PartReports of(Report json, ReplayReport replay) {
    return new PartReports(json, null, null, null, null, replay);
  }

  PartReports with(RouteTestRun tests, ScenarioRuns played) {
    return new PartReports(json, judgement, unitTests, tests, played, replay);
  }
}
