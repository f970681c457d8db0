package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.RouteTestsText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.rules.FileKind;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Would Alertmanager start, and do alerts reach whom they must?
final class RoutesPart {
  private RoutesPart() {}

  static Section rehearse(Session session, StackFiles stack, TextStyle style) throws IOException {
    Path file = stack.alertmanager();
    if (file == null) {
      return Section.missing("routes", "no Alertmanager configuration");
    }
    InputFile input = new InputFile(Stacks.shown(session, file), true);
    Loaded<AlertmanagerConfig> loaded =
        AlertmanagerReader.read(input.read(session), AlertmanagerOptions.DEFAULT).loaded();
    List<Diagnostic> found = loaded.diagnostics();
    List<String> details = new ArrayList<>();
    if (!found.isEmpty()) {
      details.add(new DiagnosticText(style).render(found));
    }
    if (loaded.failed()) {
      return new Section("routes", Outcome.FAILED, "Alertmanager would refuse them", details);
    }
    RouteTestRun run = RouteTestRun.of(session, tests(session, stack));
    if (!run.passed()) {
      StringBuilder text = new StringBuilder();
      new RouteTestsText(run, style.colours(), true).write(text);
      details.add(text.toString());
    }
    return new Section(
        "routes", run.passed() ? Outcome.PASSED : Outcome.FAILED, summary(loaded, run), details);
  }

  private static String summary(Loaded<AlertmanagerConfig> loaded, RouteTestRun run) {
    int routes = 0;
    int receivers = 0;
    AlertmanagerConfig config = loaded.value();
    if (config != null) {
      routes = config.route().all().size();
      receivers = config.receivers().size();
    }
    String tests =
        run.results().isEmpty()
            ? "no route tests"
            : run.results().size()
                - run.failed()
                + " of "
                + Counted.of(run.results().size(), "test")
                + " passed";
    return Counted.of(routes, "route") + " to " + Counted.of(receivers, "receiver") + ", " + tests;
  }

  private static List<InputFile> tests(Session session, StackFiles stack) throws IOException {
    List<InputFile> tests = new ArrayList<>();
    for (Path path : stack.tests()) {
      InputFile file = new InputFile(Stacks.shown(session, path), true);
      if (FileKind.of(Yaml.read(file.read(session), YamlDialect.GO_V3)) == FileKind.ROUTE_TESTS) {
        tests.add(file);
      }
    }
    return tests;
  }
}
