package dev.firedrill.alertmanager.scenario;

import dev.firedrill.diagnostic.SourceFile;
import java.util.List;

/// A file of scenarios.
public record ScenarioFile(SourceFile source, List<Scenario> scenarios) {
  public ScenarioFile {
    scenarios = List.copyOf(scenarios);
  }
}
