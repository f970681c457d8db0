package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.alertmanager.test.RouteTestResult;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ScenarioRuns;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.RouteTestsText;
import dev.firedrill.cli.report.ScenariosText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.notify.Behaviour;
import dev.firedrill.notify.scenario.ScenarioRunner;
import dev.firedrill.rules.FileKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Would Alertmanager start, is the tree sound, and do alerts reach whom they must, when they must?
final class RoutesPart {
  private static final Set<FileKind> OTHERS_TO_RUN =
      Set.of(FileKind.RULE_TESTS, FileKind.SCENARIO, FileKind.TEMPLATED);

  private final Rehearsed stack;
  private final TextStyle style;
  private final List<String> details = new ArrayList<>();
  private final List<String> summary = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final List<SectionItem> items = new ArrayList<>();
  private boolean failed;

  private RoutesPart(Rehearsed stack, TextStyle style) {
    this.stack = stack;
    this.style = style;
  }

  static Section rehearse(Rehearsed stack, TextStyle style) throws IOException {
    return new RoutesPart(stack, style).rehearse();
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
      return new Section("routes", Outcome.FAILED, "Alertmanager would refuse them", details);
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
        .withItems(items);
  }

  /// {@return whether Alertmanager would take the configuration}
  private boolean judge(Path file) throws IOException {
    Loaded<AlertmanagerConfig> loaded = stack.alertmanager(file);
    AlertmanagerConfig config = loaded.value();
    boolean refused = loaded.failed() || config == null;
    List<Diagnostic> found =
        refused || config == null ? loaded.diagnostics() : RouteJudgement.of(stack, loaded, config);
    if (!found.isEmpty()) {
      details.add(new DiagnosticText(style.withMasking(secrets(config))).render(found));
    }
    found.forEach(each -> told.add(key(each)));
    failed = found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
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
    if (!run.passed()) {
      StringBuilder text = new StringBuilder();
      new RouteTestsText(run, style.colours()).write(text);
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

  private static String key(Diagnostic finding) {
    Location place = finding.location();
    return finding.check() + ' ' + place.file().path() + ' ' + place.span();
  }

  private void add(ScenarioRuns all) throws IOException {
    // Scenarios mostly are about the configuration that was judged already.
    List<Diagnostic> news =
        all.diagnostics().stream().filter(each -> !told.contains(key(each))).toList();
    ScenarioRuns runs = new ScenarioRuns(all.outcomes(), all.skipped(), news);
    if (!runs.passed()) {
      StringBuilder text = new StringBuilder();
      new ScenariosText(runs, style.colours(), true).write(text);
      details.add(text.toString());
      failed = true;
    }
    int played = runs.outcomes().size();
    summary.add(played - runs.failed() + " of " + Counted.of(played, "scenario") + " passed");
  }
}
