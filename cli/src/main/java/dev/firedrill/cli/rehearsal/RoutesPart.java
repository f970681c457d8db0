package dev.firedrill.cli.rehearsal;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.ReceiverSecrets;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RouteTestRun;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.RouteTestsText;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Would Alertmanager start, and do alerts reach whom they must?
final class RoutesPart {
  private static final Set<FileKind> OTHERS_TO_RUN =
      Set.of(FileKind.RULE_TESTS, FileKind.SCENARIO, FileKind.TEMPLATED);

  private RoutesPart() {}

  static Section rehearse(Session session, StackFiles stack, ServerSource servers, TextStyle style)
      throws IOException {
    List<InputFile> tests = tests(session, stack);
    Path file = stack.alertmanager();
    if (file == null && tests.isEmpty()) {
      return Section.missing("routes", "no Alertmanager configuration");
    }
    List<String> details = new ArrayList<>();
    AlertmanagerConfig config = null;
    if (file != null) {
      Loaded<AlertmanagerConfig> loaded = read(session, file, servers.variables(session));
      if (!loaded.diagnostics().isEmpty()) {
        ReceiverSecrets secrets = new ReceiverSecrets();
        loaded.get().ifPresentOrElse(secrets::add, secrets::addUnread);
        details.add(new DiagnosticText(style.withMasking(secrets)).render(loaded.diagnostics()));
      }
      if (loaded.failed()) {
        return new Section("routes", Outcome.FAILED, "Alertmanager would refuse them", details);
      }
      config = loaded.value();
    }
    RouteTestRun run = RouteTestRun.of(session, tests, servers.variables(session));
    if (!run.passed()) {
      StringBuilder text = new StringBuilder();
      new RouteTestsText(run, style.colours(), true).write(text);
      details.add(text.toString());
    }
    Outcome outcome = run.passed() ? Outcome.PASSED : Outcome.FAILED;
    return new Section("routes", outcome, routes(config) + ", " + passed(run), details);
  }

  private static Loaded<AlertmanagerConfig> read(
      Session session, Path file, Map<String, String> variables) throws IOException {
    InputFile input = new InputFile(Stacks.shown(session, file), true);
    AlertmanagerOptions filled = AlertmanagerOptions.DEFAULT.withVariables(variables);
    return AlertmanagerReader.read(input.read(session), filled).loaded();
  }

  private static String routes(@Nullable AlertmanagerConfig config) {
    return config == null
        ? "no Alertmanager configuration"
        : Counted.of(config.route().all().size(), "route")
            + " to "
            + Counted.of(config.receivers().size(), "receiver");
  }

  private static String passed(RouteTestRun run) {
    if (!run.diagnostics().isEmpty()) {
      return Counted.of(run.diagnostics().size(), "error") + " in the route tests";
    }
    int tests = run.results().size();
    return tests == 0
        ? "no route tests"
        : tests - run.failed() + " of " + Counted.of(tests, "test") + " passed";
  }

  // A test file that cannot be told to be one is read as route tests, which says what is wrong.
  private static List<InputFile> tests(Session session, StackFiles stack) throws IOException {
    List<InputFile> tests = new ArrayList<>();
    for (Path path : stack.tests()) {
      InputFile file = new InputFile(Stacks.shown(session, path), true);
      FileKind kind = FileKind.likely(Yaml.read(file.read(session), YamlDialect.GO_V3));
      if (!OTHERS_TO_RUN.contains(kind)) {
        tests.add(file);
      }
    }
    return tests;
  }
}
