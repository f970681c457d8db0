package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.alertmanager.scenario.Scenario;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.finding.Judgement;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.RehearsedRoutesJson;
import dev.firedrill.cli.report.RouteTestsText;
import dev.firedrill.cli.report.ScenariosText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.scenario.ScenarioOutcome;
import dev.firedrill.notify.scenario.ScenarioRunner;
import dev.firedrill.rules.FileKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Would Alertmanager start, is the tree sound, and do alerts reach whom they must, when they must?
final class RoutesPart {
  private static final Set<FileKind> OTHERS_TO_RUN =
      Set.of(FileKind.RULE_TESTS, FileKind.SCENARIO, FileKind.TEMPLATED);

  private final Rehearsed stack;
  private final List<String> details = new ArrayList<>();
  private final List<String> summary = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private ReceiverSecrets secrets = secrets(null);
  private RouteTestRun routeTests = new RouteTestRun(List.of(), List.of(), List.of());
  private ScenarioRuns scenarioRuns = new ScenarioRuns(List.of(), List.of(), List.of());
  private final List<SectionItem> items = new ArrayList<>();
  private boolean failed;

  private RoutesPart(Rehearsed stack) {
    this.stack = stack;
  }

  static Section rehearse(Rehearsed stack) throws IOException {
    return new RoutesPart(stack).rehearse();
  }

  private Section rehearse() throws IOException {
    // A test file that cannot be told to be one is read as route tests, which says what is wrong.
    var tests = stack.tests(kind -> !OTHERS_TO_RUN.contains(kind));
    var scenarios = stack.tests(kind -> kind == FileKind.SCENARIO);
    Path file = stack.files().alertmanager();
    if (file == null && tests.isEmpty() && scenarios.isEmpty()) {
      return Section.missing("routes", "no Alertmanager configuration");
    }
    if (file == null) {
      summary.add("no Alertmanager configuration");
    } else if (!judge(file)) {
      Outcome refused = failed ? Outcome.FAILED : Outcome.PASSED;
      return new Section("routes", refused, "Alertmanager would refuse them", details)
          .withReports(reports());
    }
    Session session = stack.session();
    Map<String, String> variables = stack.servers().variables(session);
    add(RouteTestRun.of(session, tests, variables));
    if (!scenarios.isEmpty()) {
      List<String> paths = scenarios.stream().map(each -> each.path()).toList();
      add(ScenarioRuns.of(session, paths, new ScenarioRunner(Behaviour.V0_34), variables));
    }
    return new Section(
            "routes", failed ? Outcome.FAILED : Outcome.PASSED, String.join(", ", summary), details)
        .withItems(items)
        .withReports(reports());
  }

  private PartReports reports() throws IOException {
    Path file = stack.files().alertmanager();
    List<Path> files = file == null ? List.of() : List.of(file);
    List<String> paths = stack.inputs(files).stream().map(InputFile::path).toList();
    Judgement judgement = Judgement.of(found, paths, -1, routeTests.skipped(), secrets);
    return PartReports.of(new RehearsedRoutesJson(judgement, routeTests, scenarioRuns), judgement)
        .with(routeTests, scenarioRuns);
  }

  /// {@return whether Alertmanager would take the configuration}
  private boolean judge(Path file) throws IOException {
    Loaded<AlertmanagerConfig> loaded = stack.alertmanager(file);
    AlertmanagerConfig config = loaded.value();
    boolean refused = loaded.failed() || config == null;
    secrets = secrets(config);
    found.addAll(
        refused || config == null
            ? loaded.diagnostics()
            : RouteJudgement.of(stack, loaded, config));
    List<Diagnostic> news = stack.told().news(found);
    if (!news.isEmpty()) {
      details.add(new DiagnosticText(stack.style().withMasking(secrets)).render(news));
    }
    failed = stack.fails(found);
    if (refused || config == null) {
      return false;
    }
    summary.add(
        Counted.of(config.route().all().size(), "route")
            + " to "
            + Counted.of(config.receivers().size(), "receiver"));
    if (!found.isEmpty()) {
      summary.add(Counted.of(found.size(), "finding"));
    }
    return true;
  }

  private static ReceiverSecrets secrets(@Nullable AlertmanagerConfig config) {
    ReceiverSecrets secrets = new ReceiverSecrets();
    if (config == null) {
      secrets.addUnread();
    } else {
      secrets.add(config);
    }
    return secrets;
  }

  private void add(RouteTestRun run) throws IOException {
    routeTests = run;
    failed |= stack.options().failures().failsFor(run.skipped());
    if (!run.passed()) {
      StringBuilder text = new StringBuilder();
      new RouteTestsText(run, stack.style().colours()).write(text);
      details.add(text.toString());
      failed = true;
    }
    run.results().forEach(each -> items.add(item(each)));
    int tests = run.results().size();
    if (!run.diagnostics().isEmpty()) {
      summary.add(Counted.of(run.diagnostics().size(), "error") + " in the route tests");
    } else if (tests == 0) {
      summary.add("no route tests");
    } else {
      summary.add(tests - run.failed() + " of " + Counted.of(tests, "test") + " passed");
    }
  }

  private static SectionItem item(RouteTestResult result) {
    return SectionItem.test(
        result.passed(), result.test().name().value(), result.test().location());
  }

  private void add(ScenarioRuns all) throws IOException {
    // Scenarios mostly are about the configuration that was judged already.
    scenarioRuns = all;
    List<Diagnostic> news = stack.told().news(all.diagnostics());
    ScenarioRuns runs = new ScenarioRuns(all.outcomes(), all.skipped(), news);
    if (!runs.passed()) {
      StringBuilder text = new StringBuilder();
      new ScenariosText(runs, stack.style().colours(), true).write(text);
      details.add(text.toString());
      failed = true;
    }
    for (ScenarioOutcome outcome : runs.outcomes()) {
      Scenario scenario = outcome.scenario();
      items.add(SectionItem.test(outcome.passed(), scenario.name().value(), scenario.location()));
    }
    int played = runs.outcomes().size();
    summary.add(played - runs.failed() + " of " + Counted.of(played, "scenario") + " passed");
  }
}
