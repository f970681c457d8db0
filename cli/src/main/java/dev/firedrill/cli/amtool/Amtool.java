package dev.firedrill.cli.amtool;

import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.kingpin.CommandLineParser;
import dev.firedrill.cli.kingpin.HelpText;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.cli.kingpin.UsageError;
import java.io.IOException;
import java.util.List;

/// The program amtool.
public final class Amtool {
  /// amtool's status for whatever goes wrong.
  static final int FAILURE = 1;

  private Amtool() {}

  /// Runs a command line.
  ///
  /// @param words what follows the program's name
  /// @return the exit status, amtool's
  public static int run(Session session, List<String> words) throws IOException {
    OrderedOutput output = new OrderedOutput(session);
    try {
      Invocation invocation = CommandLineParser.parse(AmtoolModel.program(), words, session);
      return switch (invocation.wants()) {
        case HELP -> {
          output.outText(HelpText.of(invocation.path()));
          yield ExitStatus.OK;
        }
        case VERSION -> {
          output.out(Version.compatible("amtool", Version.ALERTMANAGER));
          yield ExitStatus.OK;
        }
        case ELSEWHERE -> notCovered(output, invocation.command());
        case RUN -> run(session, output, invocation);
      };
    } catch (UsageError e) {
      return fail(output, e.text());
    } catch (AmtoolException e) {
      return fail(output, String.valueOf(e.getMessage()));
    }
  }

  private static int run(Session session, OrderedOutput output, Invocation invocation)
      throws IOException, AmtoolException {
    MatcherMode mode = mode(invocation);
    return switch (invocation.command()) {
      case "check-config" -> new CheckConfig(session, output, mode).run(invocation);
      case "template render" -> new TemplateRender(session, output).run(invocation);
      case "config routes show", "config routes test" -> {
        if (invocation.one("config.file") == null && invocation.one("alertmanager.url") != null) {
          yield notCovered(output, "config routes --alertmanager.url");
        }
        yield new ConfigRoutes(session, output, mode).run(invocation);
      }
      default -> notCovered(output, invocation.command());
    };
  }

  private static MatcherMode mode(Invocation invocation) throws AmtoolException {
    String features = invocation.one("enable-feature");
    MatcherMode mode = MatcherMode.FALLBACK;
    for (String feature : features == null ? new String[0] : features.split(",", -1)) {
      mode =
          switch (feature) {
            case "classic-mode" -> MatcherMode.CLASSIC;
            case "utf8-strict-mode" -> MatcherMode.UTF8;
            case "" -> mode;
            default ->
                throw new AmtoolException("Unknown option '" + feature + "' for --enable-feature");
          };
    }
    return mode;
  }

  private static int fail(OrderedOutput output, String message) {
    output.err("amtool: error: " + message);
    output.err("");
    return FAILURE;
  }

  private static int notCovered(OrderedOutput output, String command) {
    output.err(
        "firedrill does not cover 'amtool "
            + command
            + "': it has check-config, config routes with --config.file, and template render.");
    return ExitStatus.FAILED;
  }
}
