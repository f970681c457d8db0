package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Judge;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.finding.LintOutcome;
import dev.firedrill.cli.finding.NewFindings;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.git.GitRepository;
import dev.firedrill.cli.git.Snapshot;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.ReaderChecks;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lints rules and the way to receivers in both versions: what a change brings.
record ReviewLint(ReviewScope scope) implements Judge {
  /// {@return the findings that are new}
  Judgement between(Version old, Version now) throws IOException {
    Judgement judgement = judge(now.scene());
    Optional<Snapshot> before = old.snapshot();
    if (before.isEmpty()) {
      return judgement;
    }
    Session session = now.scene().session();
    Session user = now.scene().now();
    Path root = now.snapshot().map(Snapshot::files).orElse(GitRepository.of(user).root());
    Judgement found =
        new NewFindings(session, old.title(), false)
            .since(judgement, this, before.get(), root, user);
    for (Version version : List.of(old, now)) {
      found = settings(version).map(found::withRemark).orElse(found);
    }
    return found;
  }

  // Checks are the same for both versions, so that no finding is new for another setting.
  private Optional<String> settings(Version version) throws IOException {
    @Nullable SourceFile current = scope.settings().map(SettingsFile::source).orElse(null);
    if (current == null || !version.past()) {
      return Optional.empty();
    }
    Optional<String> there = version.find(current.path());
    if (there.isEmpty()) {
      return Optional.of(version.title() + " has no " + current.path() + ": that of now is taken");
    }
    SourceFile then = new InputFile(there.get(), true).read(version.scene().session());
    if (then.text().equals(current.text())) {
      return Optional.empty();
    }
    boolean read = scope.project().ownSettings(version.scene(), scope.settings()).isPresent();
    return Optional.of(
        current.path()
            + " of "
            + version.title()
            + (read
                ? " is another: stacks are those of each version, checks and environments those of"
                    + " now"
                : " has errors: that of now is taken"));
  }

  @Override
  public Judgement judge(Scene scene) throws IOException {
    Session session = scene.session();
    ScopedSettings settings = LintRun.settings(session, scene.settings(scope.settings()));
    RuleFileOptions reading =
        scope.reading().withDialects(ReaderChecks.dialects(settings)).withSharedExpressions();
    List<StackFiles> stacks = scope.stacks(scene);
    RuleInputs all =
        RuleInputs.read(session, scope.rules(scene, stacks), reading, scope.workers())
            .withoutForeign();
    Set<Diagnostic> found = new LinkedHashSet<>(all.diagnostics());
    List<LintRun> runs = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(all.paths());
    for (StackFiles stack : stacks) {
      RuleInputs own = part(session, all, stack, left);
      LintRun run =
          new LintRun(session, reading, settings, scope.servers()).withWorkers(scope.workers());
      Optional<Path> routes = routes(scene, stack);
      if (routes.isPresent()) {
        found.addAll(read(scene, routes.get()));
      }
      // Of rules that cannot be read nobody knows which routes their alerts take.
      if (routes.isPresent() && own.readings().stream().allMatch(each -> each.file() != null)) {
        run.withRoutes(routes.get()).withTemplates();
      }
      if (routes.isPresent() || !own.readings().isEmpty()) {
        found.addAll(run.lint(own, List.of(stack)));
        runs.add(run);
      }
    }
    return LintOutcome.of(List.copyOf(found), all, runs, settings);
  }

  // Files of no stack go with the first one: they are linted by themselves then.
  private static RuleInputs part(
      Session session, RuleInputs all, StackFiles stack, Set<String> left) {
    List<RuleReading> own = new ArrayList<>();
    boolean first = left.size() == all.readings().size();
    for (RuleReading reading : all.readings()) {
      Path file = session.resolve(reading.source().path()).toAbsolutePath().normalize();
      if (stack.rules().contains(file)) {
        own.add(reading);
        left.remove(reading.source().path());
      } else if (first && left.contains(reading.source().path())) {
        own.add(reading);
      }
    }
    return new RuleInputs(own, List.of(), List.of());
  }

  private Optional<Path> routes(Scene scene, StackFiles stack) {
    return scope
        .routes(scene.session(), stack)
        .map(scene.session()::resolve)
        .filter(Files::isRegularFile);
  }

  private List<Diagnostic> read(Scene scene, Path file) throws IOException {
    AlertmanagerOptions filled =
        AlertmanagerOptions.DEFAULT.withVariables(scope.servers().variables(scene.session()));
    String path = Stacks.shown(scene.session(), file);
    InputFile input = new InputFile(path, true);
    return AlertmanagerReader.read(input.read(scene.session()), filled).loaded().diagnostics();
  }
}
