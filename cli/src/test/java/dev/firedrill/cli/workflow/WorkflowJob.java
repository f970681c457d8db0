package dev.firedrill.cli.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A job of a GitHub workflow, run as GitHub's runner does: shells and their flags, files for
/// outputs and the summary, variables, conditions, the steps of this repository's own action.
///
/// Actions of others are noted with what is given to them, and succeed.
final class WorkflowJob {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path workspace;
  private final Path action;
  private final Path temporary;
  private final Map<String, String> contexts = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder log = new StringBuilder();
  private final List<String> used = new ArrayList<>();
  private boolean succeeded = true;
  private boolean cached;

  /// A job in a checkout.
  ///
  /// @param workspace the checkout
  /// @param action where the action is, with a launcher
  /// @param temporary a folder for files of the runner
  WorkflowJob(Path workspace, Path action, Path temporary) throws IOException {
    this.workspace = workspace;
    this.action = action;
    this.temporary = Files.createDirectories(temporary);
    contexts.put("runner.os", "Linux");
    contexts.put("runner.arch", "X64");
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("CI", "true");
    environment.put("GITHUB_WORKSPACE", workspace.toString());
    environment.put("GITHUB_STEP_SUMMARY", Files.createFile(summaryFile()).toString());
    environment.put("RUNNER_TEMP", temporary.toString());
    environment.put("HOME", temporary.toString());
  }

  /// Says what the event was: a member of the context `github`, and its variable, if it has one.
  WorkflowJob github(String member, String value) {
    contexts.put("github." + member, value);
    environment.put("GITHUB_" + member.toUpperCase(Locale.ROOT), value);
    return this;
  }

  /// Sets a variable for all steps.
  WorkflowJob with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Says that the cache has the build already.
  WorkflowJob cached() {
    cached = true;
    return this;
  }

  /// {@return whether all steps succeeded, after running them}
  boolean run(JsonNode steps) throws IOException, InterruptedException {
    assertThat(steps.isArray()).isTrue();
    for (JsonNode step : steps) {
      step(step, contexts, null);
    }
    return succeeded;
  }

  /// {@return all that the steps printed}
  String log() {
    return log.toString();
  }

  /// {@return the actions that were used, each with its inputs in the order of their names}
  List<String> used() {
    return used;
  }

  /// {@return what was written for the summary of the run}
  String summary() throws IOException {
    return Files.readString(summaryFile());
  }

  private Path summaryFile() {
    return temporary.resolve("summary.md");
  }

  private void step(JsonNode step, Map<String, String> known, @Nullable Path composite)
      throws IOException, InterruptedException {
    Expressions expressions = new Expressions(known, this::hash);
    if (!expressions.holds(step.path("if").asText(), succeeded)) {
      return;
    }
    if (step.has("uses")) {
      use(step, expressions, known);
    } else {
      shell(step, expressions, known, composite);
    }
  }

  private String hash(String file) {
    return Files.exists(workspace.resolve(file)) ? "6f" : "";
  }

  private void use(JsonNode step, Expressions expressions, Map<String, String> known)
      throws IOException, InterruptedException {
    String name = step.get("uses").asText();
    Map<String, String> inputs = new TreeMap<>();
    step.path("with")
        .properties()
        .forEach(each -> inputs.put(each.getKey(), expressions.fill(each.getValue().asText())));
    if (name.startsWith("firedrill/firedrill@")) {
      compose(inputs);
      return;
    }
    used.add(name.replaceFirst("@v\\d+$", "") + inputs);
    if (name.startsWith("actions/cache/restore@") && cached) {
      known.put("steps." + step.get("id").asText() + ".outputs.cache-hit", "true");
    }
  }

  private void compose(Map<String, String> inputs) throws IOException, InterruptedException {
    JsonNode description = YAML.readTree(Files.readString(Repository.file("action.yml")));
    Map<String, String> known = new HashMap<>();
    contexts.forEach(
        (name, value) -> {
          if (!name.startsWith("steps.")) {
            known.put(name, value);
          }
        });
    description
        .path("inputs")
        .properties()
        .forEach(
            each -> known.put("inputs." + each.getKey(), each.getValue().path("default").asText()));
    for (Map.Entry<String, String> input : inputs.entrySet()) {
      assertThat(known).as("inputs of the action").containsKey("inputs." + input.getKey());
      known.put("inputs." + input.getKey(), input.getValue());
    }
    for (JsonNode step : description.path("runs").path("steps")) {
      step(step, known, action);
    }
  }

  private void shell(
      JsonNode step, Expressions expressions, Map<String, String> known, @Nullable Path composite)
      throws IOException, InterruptedException {
    Path script = Files.writeString(temporary.resolve("script.sh"), step.get("run").asText());
    Path outputs = Files.writeString(temporary.resolve("outputs"), "");
    List<String> command =
        step.has("shell")
            ? List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString())
            : List.of("bash", "-e", script.toString());
    String folder = expressions.fill(step.path("working-directory").asText("."));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(workspace.resolve(folder).normalize().toFile());
    Map<String, String> variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("GIT"));
    variables.putAll(environment);
    variables.put("GITHUB_OUTPUT", outputs.toString());
    if (composite != null) {
      variables.put("GITHUB_ACTION_PATH", composite.toString());
    }
    JsonNode own = step.has("env") ? step.get("env") : MissingNode.getInstance();
    own.properties()
        .forEach(each -> variables.put(each.getKey(), expressions.fill(each.getValue().asText())));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    log.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    boolean passed = process.waitFor() == 0;
    succeeded = succeeded && passed;
    for (String line : Files.readAllLines(outputs)) {
      String name = "steps." + step.path("id").asText() + ".outputs.";
      known.put(name + line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
  }
}
