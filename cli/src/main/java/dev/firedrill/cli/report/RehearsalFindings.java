package dev.firedrill.cli.report;

import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.input.SkippedFile;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.cli.rehearsal.PartReports;
import dev.firedrill.cli.rehearsal.Rehearsal;
import dev.firedrill.cli.rehearsal.Section;
import dev.firedrill.cli.rehearsal.ToldFindings;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Masking;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All that rehearsals found in files, of all parts and stacks, each finding once.
public final class RehearsalFindings {
  private final ToldFindings told = new ToldFindings();
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<SkippedFile> skipped = new LinkedHashSet<>();
  private final List<Masking> maskings = new ArrayList<>();
  private int rules;

  private RehearsalFindings() {}

  /// {@return the findings, for the formats of findings}
  public static Judgement of(List<Rehearsal> rehearsals) {
    RehearsalFindings all = new RehearsalFindings();
    for (Rehearsal rehearsal : rehearsals) {
      rehearsal.sections().stream().map(Section::reports).forEach(all::add);
    }
    return Judgement.of(
        List.copyOf(all.found),
        List.copyOf(all.paths),
        all.rules,
        List.copyOf(all.skipped),
        Masking.all(all.maskings));
  }

  private void add(PartReports part) {
    Judgement judgement = part.judgement();
    if (judgement != null) {
      found.addAll(told.news(judgement.findings()));
      paths.addAll(judgement.paths());
      skipped.addAll(judgement.skipped());
      maskings.add(judgement.masking());
      rules += Math.max(0, judgement.rules());
    }
    UnitTestRun unit = part.unitTests();
    if (unit != null) {
      found.addAll(told.news(unit.diagnostics()));
    }
    RouteTestRun routes = part.routeTests();
    if (routes != null) {
      found.addAll(told.news(routes.diagnostics()));
    }
    ScenarioRuns scenarios = part.scenarios();
    if (scenarios != null) {
      found.addAll(told.news(scenarios.diagnostics()));
    }
  }
}
