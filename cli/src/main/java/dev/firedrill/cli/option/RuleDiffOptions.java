package dev.firedrill.cli.option;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.change.RuleVersion;
import dev.firedrill.cli.change.RulesDiffRun;
import dev.firedrill.cli.change.Version;
import dev.firedrill.cli.change.Wording;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
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
  private final WorkersOption workers;

  /// Declares the options.
  public RuleDiffOptions(Options options) {
    project = ProjectOptions.of(options);
    reading = new RuleReadingOptions(options);
    interval = new IntervalOption(options);
    prometheus = new PrometheusOption(options);
    alertmanager = new AlertmanagerOption(options);
    workers = WorkersOption.of(options);
  }

  /// {@return the rules of a version, by its own settings}
  public RuleVersion read(Session session, Version version) throws IOException {
    Optional<SettingsFile> settings = project.settings(session);
    List<StackFiles> stacks = project.ownStacks(version.scene(), settings);
    return RuleVersion.read(version, stacks, reading.options());
  }

  /// {@return the recordings of now of the stack that the later rules belong to, or else the
  ///     former, as they are printed; none where they belong to none}
  public List<String> data(Session session, RuleVersion former, RuleVersion later)
      throws IOException {
    StackFiles own = later.stack();
    StackFiles stack = own == null ? former.stack() : own;
    List<StackFiles> current =
        project.stacks(session).stream()
            .filter(each -> stack != null && each.name().equals(stack.name()))
            .toList();
    return Stacks.files(session, current, StackFiles::data);
  }

  /// {@return the project that the options choose}
  public ProjectOptions project() {
    return project;
  }

  /// {@return how rule files are read}
  public RuleFileOptions reading() {
    return reading.options();
  }

  /// {@return how many threads are used, at most}
  public int workers() {
    return workers.count();
  }

  /// {@return how expressions are evaluated}
  public EngineOptions engine() {
    return reading.engine();
  }

  /// {@return what rules run on, whichever version's they are}
  public ServerSource servers(Session session) {
    return prometheus.seenFrom(session);
  }

  /// {@return the path of Alertmanager's configuration that goes with the rules of now: the one
  ///     that
  ///     was given, else that of their stack, if there is one}
  public Optional<String> alertmanager(Session session, RuleVersion now) throws IOException {
    return alertmanager.pathFor(session, now.inputs().paths());
  }

  /// {@return the path of Alertmanager's configuration, if one was given}
  public Optional<String> alertmanager() {
    return alertmanager.path();
  }

  /// {@return a version, ready to be compared}
  ///
  /// @param routes the path of Alertmanager's configuration, if receivers are of interest
  /// @param remarks sentences about what is not there are added here
  public RulesDiffRun.Side side(
      Session session, RuleVersion rules, Optional<String> routes, List<String> remarks)
      throws IOException {
    KnownServer server = rules.server(prometheus.seenFrom(session));
    RuleReplay replay = RuleReplay.of(server, interval.millis()).with(reading.engine());
    String title = rules.version().title();
    if (routes.isEmpty()) {
      return new RulesDiffRun.Side(title, rules.valid(), replay, null, null);
    }
    Routing routing = routing(session, rules.version(), rules.stack(), routes.get(), remarks);
    @Nullable Wording wording = null;
    try {
      wording = Wording.of(routing.session(), routing.config(), rules.stack());
    } catch (RejectedException e) {
      remarks.add("messages are not compared: Alertmanager would refuse the templates of " + title);
    }
    return new RulesDiffRun.Side(title, rules.valid(), replay, routing.config(), wording);
  }

  /// What routes the alerts of a version.
  ///
  /// @param session by which the files beside it are read
  public record Routing(AlertmanagerConfig config, Session session) {}

  /// {@return Alertmanager's configuration as a version has it: that of its stack, unless one was
  ///     given; that of now where the version has none, so that rules are compared by one and the
  ///     same}
  ///
  /// @param stack of the version; null where it has none
  /// @throws RejectedException when Alertmanager would refuse it
  public Routing routing(
      Session session,
      Version version,
      @Nullable StackFiles stack,
      String path,
      List<String> remarks)
      throws IOException {
    Session then = version.scene().session();
    Path own = stack == null || alertmanager.path().isPresent() ? null : stack.alertmanager();
    Optional<String> there =
        own == null || !version.past() ? version.find(path) : Optional.of(Stacks.shown(then, own));
    if (there.isPresent()) {
      return new Routing(alertmanager.config(session, then, there.get()), then);
    }
    if (version.past()) {
      remarks.add(path + " is not in " + version.title() + ": that of now is taken");
    }
    return new Routing(alertmanager.config(session, session, path), session);
  }
}
