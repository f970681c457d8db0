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
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.Values;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.MutesAt;
import dev.firedrill.cli.report.RouteJson;
import dev.firedrill.cli.report.RouteText;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `routes explain`: an alert's way through the routing tree, with the reason for each turn.
final class RoutesExplain implements Command {
  private final AlertmanagerOption alertmanager;
  private final Values labels;
  private final Values firing;
  private final Value at;
  private final OutputOptions output;

  RoutesExplain(Options options) {
    alertmanager = new AlertmanagerOption(options);
    firing =
        options.values(
            "--firing", "NAME=VALUE,...", "another active alert, for inhibition; repeatable");
    at = options.value("--at", "TIME", "for time intervals: RFC 3339, or seconds since the epoch");
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    labels = options.arguments("NAME=VALUE...", "the alert's labels");
    options.example(
        "firedrill routes explain --alertmanager alertmanager.yml alertname=Down severity=critical",
        "whom does this alert page, and why?");
    options.example(
        "firedrill routes explain --at 2026-11-21T03:00:00Z alertname=Down severity=warning",
        "would anybody be told at night?");
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
    Optional<MutesAt> mutes = at.time().map(time -> MutesAt.of(walk, config, time));
    List<Inhibition> inhibitions = Inhibition.of(config.inhibitRules(), active, alert);
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> new RouteText(walk, mutes, inhibitions);
              case JSON -> new RouteJson(walk, mutes, inhibitions);
              default -> throw format.notOffered();
            });
    return ExitStatus.OK;
  }
}
