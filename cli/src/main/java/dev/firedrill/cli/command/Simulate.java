package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.ScenariosJson;
import dev.firedrill.cli.report.ScenariosText;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.scenario.ScenarioRunner;
import java.io.IOException;

/// `simulate`: whom alerts would have been told of, and when.
final class Simulate implements Command {
  private final Values scenarios;
  private final Value version;
  private final OutputOptions output;

  Simulate(Options options) {
    scenarios =
        options.values(
            "--scenario", "FILE", "play stories of posted alerts and compare what is notified");
    version =
        options.value(
            "--alertmanager-version", "VERSION", "0.25 or 0.34: whose timing (default: 0.34)");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example(
        "firedrill simulate --scenario tests/notifications.yml", "all stories of a file");
  }

  @Override
  public int run(Session session) throws IOException {
    ScenarioRuns runs =
        ScenarioRuns.of(session, scenarios.required(), new ScenarioRunner(behaviour()));
    output.deliver(
        session,
        format ->
            switch (format) {
              case JSON -> new ScenariosJson(runs);
              default -> new ScenariosText(runs, output.colored(session), output.quiet());
            });
    return runs.passed() ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  private Behaviour behaviour() {
    return switch (version.orElse("0.34")) {
      case "0.34" -> Behaviour.V0_34;
      case "0.25" -> Behaviour.V0_25;
      default ->
          throw new UsageException(
              "--alertmanager-version '" + version.required() + "': known are 0.25 and 0.34");
    };
  }
}
