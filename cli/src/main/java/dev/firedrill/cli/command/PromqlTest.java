package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.cli.option.FeatureOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.ScriptText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.script.EvalOutcome;
import dev.firedrill.engine.script.Script;
import dev.firedrill.engine.script.ScriptReader;
import dev.firedrill.engine.script.ScriptRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `promql test`: Prometheus's scripts for testing its engine.
final class PromqlTest implements Command {
  private final Values files;
  private final FeatureOptions features;
  private final OutputOptions output;

  PromqlTest(Options options) {
    files = options.arguments("FILE...", "scripts, folders of *.test files, globs, or - for stdin");
    features = new FeatureOptions(options);
    output = new OutputOptions(options, Format.TEXT);
    options.example("firedrill promql test queries.test", "all evaluations of a script");
  }

  @Override
  public int run(Session session) throws IOException {
    EngineOptions engine = features.engine(ScriptRunner.SETTINGS);
    List<EvalOutcome> outcomes = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<InputFile> scripts = PathSelection.of(session, files.required(), List.of(".test"));
    if (scripts.isEmpty()) {
      throw new CommandException("no *.test scripts in " + String.join(", ", files.required()));
    }
    for (InputFile file : scripts) {
      Loaded<Script> loaded = ScriptReader.read(file.read(session));
      diagnostics.addAll(loaded.diagnostics());
      loaded.get().ifPresent(script -> outcomes.addAll(new ScriptRunner(engine).run(script)));
    }
    output.deliver(
        session, format -> new ScriptText(outcomes, diagnostics, output.colored(session)));
    boolean passed = diagnostics.isEmpty() && outcomes.stream().allMatch(EvalOutcome::passed);
    return passed ? ExitStatus.OK : ExitStatus.FINDINGS;
  }
}
