package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.settings.CheckSetting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Rules given as text, and what one check finds in them.
public final class LintCase {
  // What needs flags is to be linted, too.
  private static final RuleFileOptions OPTIONS =
      RuleFileOptions.DEFAULT.withPromql(ParseOptions.ALL);

  private final CheckSettings settings;
  private final Check check;
  private final Server server;
  private final Deployment deployment;
  private final MetricTypes types;

  private LintCase(
      Check check,
      CheckSettings settings,
      Server server,
      Deployment deployment,
      MetricTypes types) {
    this.types = types;
    this.check = check;
    this.settings = settings;
    this.server = server;
    this.deployment = deployment;
  }

  /// {@return cases for a check with its own defaults}
  public static LintCase of(String id) {
    return new LintCase(
        Checks.find(id).orElseThrow(),
        new CheckSettings(Set.of(id), Set.of(), false, Map.of()),
        Server.UNKNOWN,
        Deployment.NONE,
        MetricTypes.UNKNOWN);
  }

  /// {@return cases for the same check with a parameter set}
  public LintCase with(String parameter, Object value) {
    String id = check.info().id();
    CheckSetting known = settings.checks().get(id);
    Map<String, Object> parameters = new HashMap<>(known == null ? Map.of() : known.parameters());
    parameters.put(parameter, value);
    CheckSetting setting = new CheckSetting(null, parameters);
    return new LintCase(
        check,
        new CheckSettings(Set.of(id), Set.of(), false, Map.of(id, setting)),
        server,
        deployment,
        types);
  }

  /// {@return cases for the same check on a known server}
  public LintCase on(Server other) {
    return new LintCase(check, settings, other, deployment, types);
  }

  /// {@return cases for the same check with configuration files}
  public LintCase in(Deployment other) {
    return new LintCase(check, settings, server, other, types);
  }

  /// {@return cases for the same check, with what is known of metrics}
  public LintCase knowing(MetricTypes other) {
    return new LintCase(check, settings, server, deployment, other);
  }

  /// {@return what is found, each as `line:column severity: message`}
  public List<String> findings(String rules) {
    return diagnostics(rules).stream().map(LintCase::line).toList();
  }

  /// {@return what is found}
  public List<Diagnostic> diagnostics(String rules) {
    RuleReading reading = RuleFiles.read(SourceFile.of("rules.yml", rules), OPTIONS);
    assertThat(reading.problems()).as("problems of the rules themselves").isEmpty();
    RuleFile file = Objects.requireNonNull(reading.file());
    return new Linter(List.of(check), ScopedSettings.of(settings))
        .lint(new RuleSet(List.of(file), server, types, deployment));
  }

  /// {@return the rules after the first fix of each finding}
  public String fixed(String rules) {
    List<Diagnostic> found = diagnostics(rules);
    List<TextEdit> edits = new ArrayList<>();
    for (Diagnostic finding : found) {
      edits.addAll(finding.fixes().getFirst().edits());
    }
    return found.isEmpty() ? rules : Fixes.apply(found.getFirst().location().file(), edits);
  }

  /// {@return one alert of the given fields, as a rule file}
  public static String alert(String... fields) {
    return rule("alert: SomethingWrong", fields);
  }

  /// {@return one rule of the given fields, as a rule file}
  public static String rule(String head, String... fields) {
    StringBuilder yaml = new StringBuilder("groups:\n- name: g\n  rules:\n  - " + head + "\n");
    for (String field : fields) {
      yaml.append("    ").append(field.replace("\n", "\n    ")).append('\n');
    }
    return yaml.toString();
  }

  private static String line(Diagnostic diagnostic) {
    return "%d:%d %s: %s"
        .formatted(
            diagnostic.location().start().line(),
            diagnostic.location().start().column(),
            diagnostic.severity().word(),
            diagnostic.message());
  }
}
