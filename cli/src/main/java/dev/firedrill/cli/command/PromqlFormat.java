package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.ExprArgument;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.PrettyText;
import dev.firedrill.promql.print.PrettyPrinter;

/// `promql format`: an expression as Prometheus pretty-prints it.
final class PromqlFormat implements Command {
  private final ExprArgument expr;
  private final Value width;

  PromqlFormat(Options options) {
    expr = new ExprArgument(options);
    width =
        options.value(
            "--width", "N", "break what is longer than this many characters (default: 100)");
    // There is nothing but the result to print.
    new ConsoleOptions(options);
    options.example(
        "firedrill promql format --width 40 'sum by (job) (rate(errors_total[5m])) > 0.1'",
        "broken into short lines");
  }

  @Override
  public int run(Session session) {
    int limit = width.integer(PrettyPrinter.DEFAULT_WIDTH, 1);
    session.out().println(PrettyText.of(expr.valid(session).expr(), limit));
    return ExitStatus.OK;
  }
}
