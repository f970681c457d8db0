package dev.firedrill.cli.option;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.change.RuleVersion;
import dev.firedrill.cli.change.RulesDiffRun;
import dev.firedrill.cli.change.Version;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How versions of rules are read and compared: what they run on, how often they are evaluated,
/// what routes their alerts.
public final class RuleDiffOptions {
  private final ProjectOptions project;
  private final RuleReadingOptions reading;
  private final IntervalOption interval;
  private final PrometheusOption prometheus;
  private final AlertmanagerOption alertmanager;

  /// Declares the options.
  public RuleDiffOptions(Options options) {
    project = ProjectOptions.of(options);
    reading = new RuleReadingOptions(options);
    interval = new IntervalOption(options);
    prometheus = new PrometheusOption(options);
    alertmanager = new AlertmanagerOption(options);
  }

  /// {@return the rules of a version, by the settings of now}
  public RuleVersion read(Session session, Version version) throws IOException {
    Optional<SettingsFile> settings = project.settings(session);
    List<StackFiles> stacks = project.stacks(version.scene().settings(settings));
    return RuleVersion.read(version, stacks, reading.options());
  }

  /// {@return a version, ready to be compared}
  ///
  /// @param stacked whether Alertmanager's configuration is that of the stack where none is given
  /// @param remarks sentences about what is not there are added here
  public RulesDiffRun.Side side(
      Session session, RuleVersion rules, boolean stacked, List<String> remarks)
      throws IOException {
    KnownServer server = rules.server(prometheus.seenFrom(session));
    RuleReplay replay = RuleReplay.of(server, interval.millis()).with(reading.engine());
    return new RulesDiffRun.Side(
        rules.version().title(),
        rules.valid(),
        replay,
        alertmanager(session, rules, stacked, remarks));
  }

  // A file that a version does not have is new: then both go by it, so that rules are compared.
  private @Nullable AlertmanagerConfig alertmanager(
      Session session, RuleVersion rules, boolean stacked, List<String> remarks)
      throws IOException {
    Session then = rules.version().scene().session();
    StackFiles stack = rules.stack();
    if (alertmanager.given()) {
      String path = alertmanager.path().orElseThrow();
      Optional<String> there = rules.version().find(path);
      if (there.isPresent()) {
        return alertmanager.config(session, then, there.get());
      }
      if (rules.version().past()) {
        remarks.add(path + " is not in " + rules.version().title() + ": that of now is taken");
      }
      return alertmanager.config(session, session, path);
    }
    return !stacked || stack == null || stack.alertmanager() == null
        ? null
        : alertmanager.config(session, then, Stacks.shown(then, stack.alertmanager()));
  }
}
