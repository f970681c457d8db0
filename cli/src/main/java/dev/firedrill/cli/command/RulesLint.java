package dev.firedrill.cli.command;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Judge;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.finding.LintOutcome;
import dev.firedrill.cli.finding.Scene;
import dev.firedrill.cli.fix.MendableRules;
import dev.firedrill.cli.input.LintRun;
import dev.firedrill.cli.input.OnlineLint;
import dev.firedrill.cli.input.RuleInputs;
import dev.firedrill.cli.option.CheckOptions;
import dev.firedrill.cli.option.FindingsOptions;
import dev.firedrill.cli.option.FixOptions;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.NewFindingsOptions;
import dev.firedrill.cli.option.OnlineOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.option.PrometheusOption;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.option.WorkersOption;
import dev.firedrill.cli.report.CheckList;
import dev.firedrill.cli.report.CheckListJson;
import dev.firedrill.cli.report.CheckPage;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.ReaderChecks;
import dev.firedrill.lint.ScopedSettings;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.settings.SettingsFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `rules lint`: what Prometheus would reject, and what is valid but no good alert.
final class RulesLint implements Command {
  private final RulePathOptions paths;
  private final CheckOptions checks;
  private final Flag statistics;
  private final Flag list;
  private final Value explain;
  private final ProjectOptions project;
  private final PrometheusOption prometheus;
  private final Value alertmanager;
  private final WorkersOption workers;
  private final NewFindingsOptions news;
  private final OnlineOptions online;
  private final FixOptions fixes;
  private final FindingsOptions findings;

  RulesLint(Options options) {
    paths = new RulePathOptions(options);
    checks = new CheckOptions(options);
    statistics = options.flag("--statistics", "count the findings of each check instead");
    list = options.flag("--list-checks", "list all checks and stop");
    explain = options.value("--explain", "CHECK", "say what a check reports and stop");
    project = ProjectOptions.of(options);
    prometheus = new PrometheusOption(options);
    alertmanager =
        options.value(
            "--alertmanager", "FILE", "Alertmanager's configuration: look at where alerts go, too");
    workers = WorkersOption.of(options);
    news = new NewFindingsOptions(options);
    online = new OnlineOptions(options);
    fixes = new FixOptions(options);
    findings = new FindingsOptions(options);
    options.example("firedrill rules lint rules/", "all rule files of a folder");
    options.example("firedrill rules lint --only rule/duplicate rules/", "one check");
    options.example("firedrill rules lint --explain rule/duplicate", "what is it about?");
    options.example("firedrill rules lint --fix --dry-run rules/", "what would be mended?");
  }

  @Override
  public int run(Session session) throws IOException {
    if (list.given()) {
      List<CheckInfo> all = Checks.infos();
      findings.deliver(
          session, "--list-checks", out -> out.append(CheckList.list(all)), new CheckListJson(all));
      return ExitStatus.OK;
    }
    if (explain.get().isPresent()) {
      CheckInfo asked = CheckOptions.find(explain.required());
      Optional<CheckPage> page = CheckPage.of(asked.id());
      findings.deliver(
          session,
          "--explain",
          out -> out.append(CheckList.explain(asked, page)),
          new CheckListJson(List.of(asked), page));
      return ExitStatus.OK;
    }
    Severity least = checks.leastSeverity();
    Optional<SettingsFile> file = project.settings(session);
    OnlineLint asks = online.lint(session).orElse(null);
    Predicate<Diagnostic> reported = finding -> finding.severity().isAtLeast(least);
    ScopedSettings settings = LintRun.settings(session, file);
    RuleFileOptions reading =
        paths.options().withDialects(ReaderChecks.dialects(settings)).withSharedExpressions();
    RuleInputs given = paths.read(Scene.of(session), file, reading);
    MendableRules.Judge judge = inputs -> judge(session, inputs, file, reading, asks, reported);
    if (!fixes.given()) {
      return report(session, judge.of(given));
    }
    news.refuseToWrite();
    MendableRules rules = new MendableRules(given, reading, judge.of(given), judge);
    return report(fixes.reporting(session, rules), fixes.mend(session, rules));
  }

  private int report(Session session, Judgement judgement) throws IOException {
    return statistics.given()
        ? findings.reportStatistics(session, judgement)
        : findings.report(session, judgement);
  }

  /// {@return all that is to be shown about the rules}
  private Judgement judge(
      Session session,
      RuleInputs given,
      Optional<SettingsFile> file,
      RuleFileOptions reading,
      @Nullable OnlineLint asks,
      Predicate<Diagnostic> reported)
      throws IOException {
    Judge judge =
        scene ->
            judgeAll(
                scene,
                scene.session().equals(session) ? given : paths.read(scene, file, reading),
                file,
                reading,
                asks);
    Judgement judgement = news.judge(session, judge, reported, checks::isChosen);
    return judgement.withFindings(judgement.findings().stream().filter(reported).toList());
  }

  /// {@return all that there is to say about the rules, comments that silence findings heeded}
  private Judgement judgeAll(
      Scene scene,
      RuleInputs given,
      Optional<SettingsFile> now,
      RuleFileOptions reading,
      @Nullable OnlineLint asks)
      throws IOException {
    Session session = scene.session();
    Optional<SettingsFile> file = scene.settings(now);
    ScopedSettings settings = checks.choose(LintRun.settings(session, file));
    RuleInputs inputs = given.withoutForeign();
    List<Diagnostic> found = new ArrayList<>(given.remarks());
    found.addAll(inputs.diagnostics());
    LintRun run = new LintRun(session, reading, settings, prometheus.seenFrom(scene.now()), asks);
    run.withWorkers(workers.count());
    alertmanager.get().map(session::resolve).ifPresent(run::withRoutes);
    found.addAll(run.lint(inputs, project.stacks(scene, now)));
    return LintOutcome.of(found, inputs, List.of(run), settings);
  }
}
