package dev.firedrill.lint;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Utf8;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.testkit.fuzz.Fuzzing;
import dev.firedrill.testkit.fuzz.Fuzzing.Target;
import dev.firedrill.testkit.fuzz.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Throws spoilt configurations of Alertmanager at the checks of routes, which reason about
/// matchers and regular expressions: no exception escapes.
class RoutesFuzzTest {
  private static final String NESTED =
      """
      route:
        receiver: r
        routes:
        - {matchers: ['a=~"(x|y)*z{2,30}"', b!~"[^a-f]+|.*(ab|cd){3}.*"], receiver: r, continue: true}
        - {matchers: ['a=~".*a.{9}"', 'b=~"(?i:abc)?\\\\d+"', c=""], receiver: r}
        - matchers: ['a=~".*a.{12}b.*"']
          routes: [{matchers: ['a!~".*b.{12}a.*"', 'a=~"(a|b|ab)*"']}, {matchers: ['a=~".*"']}]
      inhibit_rules: [{source_matchers: ['a=~".+"'], target_matchers: [a="x"], equal: [b]}]
      receivers: [{name: r, webhook_configs: [{url: 'http://w'}]}]
      """;

  @TestFactory
  List<DynamicTest> noConfigurationMakesACheckThrow() {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] file : Seeds.endingWith(".yml", ".yaml")) {
      if (Utf8.decode(file).contains("\nroute:")) {
        seeds.add(file);
      }
    }
    for (int i = 0; i < 5; i++) {
      seeds.add(NESTED.getBytes(StandardCharsets.UTF_8));
    }
    List<RuleFile> rules = rules();
    List<Check> checks = Checks.all().stream().filter(RoutingCheck.class::isInstance).toList();
    Linter linter = new Linter(checks, ScopedSettings.DEFAULT, 1);
    return Fuzzing.tests(List.of(new Target("routes", seeds, in -> lint(in, rules, linter))));
  }

  private static void lint(byte[] input, List<RuleFile> rules, Linter linter) {
    SourceFile source = SourceFile.of("alertmanager.yml", Utf8.decode(input));
    AlertmanagerConfig config =
        AlertmanagerReader.read(source, AlertmanagerOptions.DEFAULT).loaded().value();
    if (config == null) {
      return;
    }
    Deployment deployment =
        Deployment.NONE.withAlertmanager(config).with(new TemplateSources(List.of(), List.of()));
    // With rules it takes longer.
    List<RuleFile> alerts = input.length % 8 == 0 ? rules : List.of();
    linter.lint(new RuleSet(alerts, Server.UNKNOWN, MetricTypes.UNKNOWN, deployment));
  }

  private static List<RuleFile> rules() {
    return Seeds.endingWith("rules.yml", "alerts.yml", "gpu.yml").stream()
        .map(text -> SourceFile.of("rules.yml", Utf8.decode(text)))
        .flatMap(
            source ->
                Stream.ofNullable(RuleFiles.read(source, RuleFileOptions.DEFAULT).loaded().value()))
        .toList();
  }
}
