package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.kingpin.CommandLineParser;
import dev.firedrill.cli.kingpin.CommandModel;
import dev.firedrill.cli.kingpin.HelpText;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.cli.kingpin.UsageError;
import java.io.IOException;
import java.util.List;

/// The program promtool.
public final class Promtool {
  /// Prometheus's status for what cannot be done or is wrong.
  static final int FAILURE = 1;

  private Promtool() {}

  /// Runs a command line.
  ///
  /// @param words what follows the program's name
  /// @return the exit status, promtool's
  public static int run(Session session, List<String> words) throws IOException {
    OrderedOutput output = new OrderedOutput(session);
    CommandModel program = PromtoolModel.program();
    Invocation invocation;
    try {
      invocation = CommandLineParser.parse(program, words, session);
    } catch (UsageError e) {
      output.err("promtool: error: " + e.text() + ", try --help");
      return FAILURE;
    }
    return switch (invocation.wants()) {
      case HELP -> {
        output.outText(HelpText.of(invocation.path()));
        yield ExitStatus.OK;
      }
      case VERSION -> {
        output.out(Version.compatible("promtool", Version.PROMETHEUS));
        yield ExitStatus.OK;
      }
      case ELSEWHERE -> notCovered(output, invocation.command());
      case RUN -> run(session, output, invocation);
    };
  }

  private static int run(Session session, OrderedOutput output, Invocation invocation)
      throws IOException {
    Features features = Features.of(invocation.all("enable-feature"), output);
    return switch (invocation.command()) {
      case "check rules" -> CheckRules.run(session, output, invocation, features);
      case "check config" ->
          invocation.isOn("agent")
              ? notCovered(output, "check config --agent")
              : CheckConfig.run(session, output, invocation, features);
      case "test rules" -> new TestRules(session, output, invocation, features).run();
      case "promql format", "promql label-matchers set", "promql label-matchers delete" ->
          PromqlCommands.run(output, invocation, features);
      default -> notCovered(output, invocation.command());
    };
  }

  private static int notCovered(OrderedOutput output, String command) {
    output.err(
        "firedrill does not cover 'promtool "
            + command
            + "': it has check config, check rules, test rules, promql format and promql"
            + " label-matchers.");
    return ExitStatus.FAILED;
  }
}
