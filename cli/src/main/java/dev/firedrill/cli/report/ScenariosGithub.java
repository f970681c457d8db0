package dev.firedrill.cli.report;

import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.notify.scenario.ScenarioOutcome;
import java.io.IOException;
import java.util.function.UnaryOperator;

/// Scenarios that failed as workflow commands, by which GitHub marks them in a pull request.
///
/// @param paths makes paths relative to the repository
public record ScenariosGithub(ScenarioRuns runs, UnaryOperator<String> paths) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    for (ScenarioOutcome outcome : runs.outcomes()) {
      if (!outcome.passed()) {
        Location place = outcome.scenario().location();
        String message =
            "scenario '"
                + outcome.scenario().name().value()
                + "': "
                + ScenariosJunit.summary(outcome);
        new GithubCommand(Severity.ERROR, paths.apply(place.file().path()), place, "", message)
            .write(out);
      }
    }
  }
}
