package dev.firedrill.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.scenario.ScenarioEvent;
import dev.firedrill.alertmanager.scenario.ScenarioFile;
import dev.firedrill.alertmanager.scenario.ScenarioReader;
import dev.firedrill.alertmanager.test.RouteTestFile;
import dev.firedrill.alertmanager.test.RouteTestReader;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.rules.FileKind;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.SettingsReader;
import dev.firedrill.settings.StackFiles;
import dev.firedrill.testkit.Repository;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the tests of the shipped stacks must not leave out.
class StackCoverageTest {
  static Stream<StackFiles> stacks() throws IOException {
    List<StackFiles> stacks = new ArrayList<>();
    try (Stream<Path> folders = Files.list(Repository.file("testdata"))) {
      for (Path folder : folders.sorted().toList()) {
        Path settings = folder.resolve(".firedrill.yml");
        if (Files.exists(settings)) {
          stacks.addAll(Stacks.present(read(settings)));
        }
      }
    }
    assertThat(stacks).hasSizeGreaterThanOrEqualTo(5);
    return stacks.stream();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void everyAlertIsRoutedInATest(StackFiles stack) {
    Set<String> routed = new TreeSet<>();
    for (RouteTestFile file : routeTests(stack)) {
      file.tests().forEach(test -> routed.add(test.labels().get(Labels.ALERT_NAME)));
    }
    assertThat(routed).containsAll(alerts(stack));
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void everyReceiverIsReachedInATest(StackFiles stack) {
    AlertmanagerConfig config =
        AlertmanagerReader.read(
                source(Objects.requireNonNull(stack.alertmanager())), AlertmanagerOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    Set<String> reached = new TreeSet<>();
    for (RouteTestFile file : routeTests(stack)) {
      file.tests()
          .forEach(
              test -> reached.addAll(Objects.requireNonNull(test.expect().receivers()).value()));
    }
    Set<String> used =
        config.route().all().stream().map(Route::receiver).collect(Collectors.toSet());
    assertThat(reached).containsAll(used);
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void scenariosPostAlertsOfTheRules(StackFiles stack) {
    Set<String> posted = new TreeSet<>();
    for (Path path : ofKind(stack, FileKind.SCENARIO)) {
      ScenarioFile file = ScenarioReader.read(source(path)).get().orElseThrow();
      file.scenarios().stream()
          .flatMap(scenario -> scenario.events().stream())
          .forEach(event -> names(event).forEach(posted::add));
    }
    assertThat(posted).isNotEmpty();
    assertThat(alerts(stack)).containsAll(posted);
  }

  private static Stream<String> names(ScenarioEvent event) {
    return event instanceof ScenarioEvent.Post post
        ? post.alerts().stream().map(alert -> alert.labels().get(Labels.ALERT_NAME))
        : Stream.empty();
  }

  private static Set<String> alerts(StackFiles stack) {
    return stack.rules().stream()
        .flatMap(
            path ->
                Objects.requireNonNull(
                    RuleFiles.read(source(path), RuleFileOptions.DEFAULT).loaded().value())
                    .rules()
                    .stream())
        .filter(AlertingRule.class::isInstance)
        .map(rule -> rule.name().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<RouteTestFile> routeTests(StackFiles stack) {
    return ofKind(stack, FileKind.ROUTE_TESTS).stream()
        .map(path -> RouteTestReader.read(source(path)).get().orElseThrow())
        .toList();
  }

  private static List<Path> ofKind(StackFiles stack, FileKind kind) {
    return stack.tests().stream()
        .filter(path -> FileKind.of(Yaml.read(source(path), YamlDialect.GO_V3)) == kind)
        .toList();
  }

  private static SettingsFile read(Path path) {
    return SettingsReader.read(source(path), path.resolveSibling("")).get().orElseThrow();
  }

  private static SourceFile source(Path path) {
    try {
      return SourceFile.of(path.toString(), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
