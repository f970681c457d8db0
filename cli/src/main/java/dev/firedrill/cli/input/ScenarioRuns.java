package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.alertmanager.scenario.ScenarioFile;
import dev.firedrill.alertmanager.scenario.ScenarioReader;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.notify.scenario.ScenarioOutcome;
import dev.firedrill.notify.scenario.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Scenarios played on a simulated Alertmanager.
///
/// @param outcomes of those that were played, in the order of the files
/// @param skipped those whose outcome depends on chance
/// @param diagnostics what is wrong with the files, and with configurations that Alertmanager would
///     refuse; their scenarios are not played
public record ScenarioRuns(
    List<ScenarioOutcome> outcomes, List<Scenario> skipped, List<Diagnostic> diagnostics) {
  // Two months of a group that ticks each second.
  private static final long MOST_TICKS = 5_000_000;

  public ScenarioRuns {
    outcomes = List.copyOf(outcomes);
    skipped = List.copyOf(skipped);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Plays all scenarios of the files.
  ///
  /// @param variables values for `${NAME}` in the configurations
  public static ScenarioRuns of(
      Session session, List<String> paths, ScenarioRunner runner, Map<String, String> variables)
      throws IOException {
    AlertmanagerOptions reading = AlertmanagerOptions.DEFAULT.withVariables(variables);
    List<ScenarioOutcome> outcomes = new ArrayList<>();
    List<Scenario> skipped = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (String path : paths) {
      Loaded<ScenarioFile> loaded = ScenarioReader.read(new InputFile(path, true).read(session));
      diagnostics.addAll(loaded.diagnostics());
      ScenarioFile file = loaded.value();
      if (file == null || loaded.failed()) {
        continue;
      }
      for (Scenario scenario : file.scenarios()) {
        if (scenario.unstable() != null) {
          skipped.add(scenario);
          continue;
        }
        AlertmanagerConfig config = config(session, path, scenario, reading, diagnostics);
        if (config != null && ScenarioRunner.ticks(scenario, config) > MOST_TICKS) {
          diagnostics.add(tooLong(scenario));
        } else if (config != null) {
          outcomes.add(runner.run(scenario, config));
        }
      }
    }
    return new ScenarioRuns(outcomes, skipped, diagnostics);
  }

  private static Diagnostic tooLong(Scenario scenario) {
    return Diagnostic.error(
            "scenario/invalid",
            "a group would tick more than " + MOST_TICKS + " times until this ends",
            scenario.name().location())
        .withHelp("end it earlier at 'observed_until', or give routes a longer group_interval");
  }

  private static @Nullable AlertmanagerConfig config(
      Session session,
      String path,
      Scenario scenario,
      AlertmanagerOptions reading,
      List<Diagnostic> diagnostics)
      throws IOException {
    SourceText written = scenario.config();
    Located<String> named = scenario.alertmanager();
    if (written != null) {
      Loaded<AlertmanagerConfig> loaded = read(SourceFile.of(path, written.text()), reading);
      loaded.diagnostics().forEach(each -> diagnostics.add(inScenario(each, written)));
      return loaded.failed() ? null : loaded.value();
    }
    if (named == null) {
      return null;
    }
    Path beside = Path.of(path).resolveSibling(named.value()).normalize();
    Loaded<AlertmanagerConfig> loaded =
        read(new InputFile(beside.toString(), true).read(session), reading);
    diagnostics.addAll(loaded.diagnostics());
    return loaded.failed() ? null : loaded.value();
  }

  private static Loaded<AlertmanagerConfig> read(SourceFile source, AlertmanagerOptions reading) {
    return AlertmanagerReader.read(source, reading).loaded();
  }

  // What is wrong with a configuration is shown where the scenario writes it.
  private static Diagnostic inScenario(Diagnostic found, SourceText config) {
    return Diagnostic.of(
            found.check(),
            found.severity(),
            found.message(),
            config.locate(found.location().span()))
        .withHelp(found.help());
  }

  /// {@return whether everything was as expected}
  public boolean passed() {
    return failed() == 0
        && diagnostics.stream().noneMatch(each -> each.severity() == Severity.ERROR);
  }

  /// {@return how many scenarios failed}
  public int failed() {
    int failed = 0;
    for (ScenarioOutcome outcome : outcomes) {
      failed += outcome.passed() ? 0 : 1;
    }
    return failed;
  }
}
