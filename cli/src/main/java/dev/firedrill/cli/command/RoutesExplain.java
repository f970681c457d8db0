package dev.firedrill.cli.command;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Inhibition;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.AlertmanagerOption;
import dev.firedrill.cli.option.LabelSets;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.RouteJson;
import dev.firedrill.cli.report.RouteText;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `routes explain`: an alert's way through the routing tree, with the reason for each turn.
final class RoutesExplain implements Command {
  private final AlertmanagerOption alertmanager;
  private final Values labels;
  private final Values firing;
  private final OutputOptions output;

  RoutesExplain(Options options) {
    alertmanager = new AlertmanagerOption(options);
    firing =
        options.values(
            "--firing", "NAME=VALUE,...", "another active alert, for inhibition; repeatable");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    labels = options.arguments("NAME=VALUE...", "the alert's labels");
    options.example(
        "firedrill routes explain --alertmanager alertmanager.yml alertname=Down severity=critical",
        "whom does this alert page, and why?");
  }

  @Override
  public int run(Session session) throws IOException {
    Labels alert = LabelSets.of(labels.required());
    AlertmanagerConfig config = alertmanager.config(session);
    RouteWalk walk = RouteWalk.of(config.route(), alert);
    List<Labels> active = new ArrayList<>();
    for (String other : firing.get()) {
      active.add(LabelSets.of(List.of(other.split(",", -1))));
    }
    List<Inhibition> inhibitions = Inhibition.of(config.inhibitRules(), active, alert);
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> new RouteText(walk, inhibitions);
              case JSON -> new RouteJson(walk, inhibitions);
            });
    return ExitStatus.OK;
  }
}
