package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.html.RoutePage;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.FailOnOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.cli.report.RouteOutline;
import dev.firedrill.cli.report.RouteTreeDot;
import dev.firedrill.cli.report.RouteTreeJson;
import dev.firedrill.cli.report.RouteTreeMermaid;
import java.io.IOException;

/// `routes show`: the routing tree.
final class RoutesShow implements Command {
  private final AlertmanagerOption alertmanager;
  private final FailOnOption failOn;
  private final OutputOptions output;

  RoutesShow(Options options) {
    alertmanager = new AlertmanagerOption(options);
    failOn = new FailOnOption(options);
    output =
        new OutputOptions(
            options, Format.TEXT, Format.JSON, Format.DOT, Format.MERMAID, Format.HTML);
    options.example("firedrill routes show --alertmanager alertmanager.yml", "the tree as text");
    options.example(
        "firedrill routes show --format html=routes.html",
        "a page to fold the tree, and to try labels in");
  }

  @Override
  public int run(Session session) throws IOException {
    AlertmanagerConfig config = alertmanager.config(session);
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> new RouteOutline(config, new Paint(output.colored(session)));
              case JSON -> new RouteTreeJson(config);
              case DOT -> new RouteTreeDot(config);
              case MERMAID -> new RouteTreeMermaid(config);
              case HTML -> new RoutePage(config);
              default -> throw format.notOffered();
            });
    return failOn.status(alertmanager.findings());
  }
}
