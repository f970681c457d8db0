package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.cli.change.Review.StackReview;
import dev.firedrill.cli.change.RulesDiffRun.Recording;
import dev.firedrill.cli.change.RulesDiffRun.Side;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.ServerEngine;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.option.EngineOption;
import dev.firedrill.cli.option.RecordingOptions;
import dev.firedrill.cli.option.RuleDiffOptions;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.compare.RuleChange;
import dev.firedrill.rules.compare.RuleComparison;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reviews a change: lints, compares, replays and tests it.
public final class ReviewRun {
  private final Session session;
  private final ReviewScope scope;
  private final RuleDiffOptions options;
  private final RecordingOptions recording;
  private final EngineOption engine;
  private final List<ServerEngine> asked = new ArrayList<>();

  /// A review.
  ///
  /// @param options how rules are read and compared
  /// @param recording the recorded series for all stacks, where they are not to be the stacks' own
  /// @param engine what evaluates the rules: this program, or the server that has the series
  /// @param paths the only files and folders that are of interest; empty for all
  public ReviewRun(
      Session session,
      RuleDiffOptions options,
      RecordingOptions recording,
      EngineOption engine,
      List<String> paths)
      throws IOException {
    this.session = session;
    this.options = options;
    this.recording = recording;
    this.engine = engine;
    this.scope =
        new ReviewScope(
            options.project(),
            options.project().settings(session),
            options.reading(),
            options.servers(session),
            paths,
            options.alertmanager(),
            options.workers());
  }

  /// {@return what there is to say of the change from one version to another}
  public Review run(VersionWord before, VersionWord after) throws IOException {
    try (Version old = Version.open(session, before, after);
        Version now = Version.open(session, after, before)) {
      scope.check(old, now);
      List<StackFiles> then = scope.stacks(old.scene());
      List<StackFiles> today = scope.stacks(now.scene());
      Session latest = now.scene().session();
      ReviewTests tests =
          ReviewTests.run(
              latest,
              ReviewScope.tests(latest, today),
              options.reading(),
              options.engine(),
              scope.servers().variables(latest),
              options.workers());
      List<StackReview> stacks = new ArrayList<>();
      List<GroupedRule> untested = new ArrayList<>();
      for (StackPair pair : StackPair.of(old, then, now, today)) {
        StackReview review = review(old, now, pair);
        stacks.add(review);
        RulesDifference difference = review.difference();
        if (difference != null) {
          untested.addAll(tests.untested(latest, difference.rules().different()));
        }
      }
      asked.forEach(ServerEngine::finish);
      return new Review(
          old.title(),
          now.title(),
          new ReviewLint(scope).between(old, now),
          stacks,
          tests,
          untested.stream().distinct().toList());
    }
  }

  private StackReview review(Version old, Version now, StackPair pair) throws IOException {
    RuleVersion then = RuleVersion.ofStack(old, pair.before(), options.reading());
    RuleVersion today = RuleVersion.ofStack(now, pair.after(), options.reading());
    List<String> remarks = new ArrayList<>();
    refused(then, remarks);
    refused(today, remarks);
    boolean any = then.inputs().ruleCount() + today.inputs().ruleCount() > 0;
    if (!remarks.isEmpty() || !any) {
      return new StackReview(pair.name(), null, remarks);
    }
    if (pair.after() == null) {
      remarks.add("stack " + pair.name() + " is gone from the settings");
    }
    Optional<String> routes = routes(then, today, pair, remarks);
    List<String> templates = ChangedTemplates.between(old, now, pair);
    Side before = options.side(session, then, routes, remarks);
    Side after = options.side(session, today, routes, remarks);
    boolean same =
        isSame(then.server(scope.servers()), today.server(scope.servers()))
            && isSame(before, after);
    @Nullable Recording recorded = same ? null : recording.read(session, data(pair));
    if (!templates.isEmpty() && (recorded == null || before.wording() == null)) {
      remarks.add("messages are not compared, and may differ by " + String.join(", ", templates));
    }
    RulesDifference difference =
        comparison(before, after, recorded).run(wanted(old, now, pair), remarks);
    boolean silent = difference.replay() != null && difference.sent().isEmpty();
    return new StackReview(
        pair.name(),
        difference,
        templates.isEmpty() || !silent || before.wording() == null
            ? List.of()
            : List.of(
                "what was sent on the recording reads as before, though it may differ by "
                    + String.join(", ", templates)));
  }

  private RulesDiffRun comparison(Side before, Side after, @Nullable Recording recorded)
      throws IOException {
    ProgressLine progress = new ProgressLine(session);
    if (recorded == null) {
      return new RulesDiffRun(before, after, null, progress);
    }
    List<RuleFile> rules = new ArrayList<>(before.files());
    rules.addAll(after.files());
    Optional<ServerEngine> remote = engine.remote(session, after.replay().interval(), rules);
    remote.ifPresent(asked::add);
    return new RulesDiffRun(
        remote.map(before::with).orElse(before),
        remote.map(after::with).orElse(after),
        recorded,
        progress);
  }

  // What is refused is among the findings, or was; the rest of the review goes on without it.
  private static void refused(RuleVersion rules, List<String> remarks) {
    if (!rules.errors().isEmpty()) {
      remarks.add("not compared: Prometheus would refuse the rules of " + rules.version().title());
    }
  }

  private Optional<String> routes(
      RuleVersion old, RuleVersion now, StackPair pair, List<String> remarks) throws IOException {
    Optional<String> path = scope.routes(now.version().scene().session(), pair.after());
    if (path.isEmpty()) {
      return path;
    }
    for (RuleVersion rules : List.of(old, now)) {
      Version version = rules.version();
      try {
        options.routing(session, version, rules.stack(), path.get(), new ArrayList<>());
      } catch (RejectedException e) {
        String refused = "Alertmanager would refuse " + path.get() + " of " + version.title();
        remarks.add("receivers are not compared: " + refused);
        return Optional.empty();
      } catch (CommandException e) {
        remarks.add("receivers are not compared: " + e.getMessage());
        return Optional.empty();
      }
    }
    return path;
  }

  // Recordings are those of now, in whichever folder the version is.
  private List<String> data(StackPair pair) throws IOException {
    List<StackFiles> current = scope.stacks(Scene.of(session));
    return current.stream()
        .filter(each -> each.name().equals(pair.name()))
        .flatMap(each -> each.data().stream())
        .map(path -> Stacks.shown(session, path))
        .toList();
  }

  private Predicate<RuleChange> wanted(Version old, Version now, StackPair pair)
      throws IOException {
    if (scope.paths().isEmpty()) {
      return change -> true;
    }
    Set<Path> then = scope.places(old.scene(), StackPair.present(pair.before()));
    Set<Path> today = scope.places(now.scene(), StackPair.present(pair.after()));
    return change ->
        switch (change) {
          case RuleChange.Removed removed -> then.contains(place(old, removed.rule()));
          case RuleChange.Kept kept ->
              today.contains(place(now, kept.latest())) || then.contains(place(old, kept.before()));
          case RuleChange.Added added -> today.contains(place(now, added.latest()));
        };
  }

  private static Path place(Version version, GroupedRule rule) {
    String path = rule.rule().location().file().path();
    return version.scene().session().resolve(path).toAbsolutePath().normalize();
  }

  private static boolean isSame(Side before, Side after) {
    return text(before.alertmanager()).equals(text(after.alertmanager()))
        && Wording.isSame(before.wording(), after.wording())
        && RuleComparison.of(before.files(), after.files()).different().isEmpty();
  }

  private static boolean isSame(KnownServer before, KnownServer after) {
    PrometheusConfig old = before.config();
    PrometheusConfig now = after.config();
    String then = old == null ? "" : old.source().text();
    return then.equals(now == null ? "" : now.source().text())
        && before.externalLabels().equals(after.externalLabels());
  }

  private static String text(@Nullable AlertmanagerConfig config) {
    return config == null ? "" : config.source().text();
  }
}
