package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.option.Options;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files by which pre-commit and GitHub run Firedrill have the shape that these expect, and
/// name
/// commands and options that exist.
class WorkflowFilesTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  // Those that GitHub and pre-commit know, and that make sense here.
  private static final List<String> ACTION =
      List.of("name", "author", "description", "inputs", "outputs", "runs", "branding");
  private static final List<String> STEP = List.of("name", "id", "if", "env", "continue-on-error");
  private static final List<String> USES = plus(STEP, "uses", "with");
  private static final List<String> RUN = plus(STEP, "run", "shell", "working-directory");
  private static final List<String> HOOK =
      List.of(
          "id",
          "name",
          "description",
          "entry",
          "language",
          "files",
          "pass_filenames",
          "require_serial");

  private static List<String> plus(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  private static Set<String> members(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode read(String path) throws IOException {
    return YAML.readTree(Files.readString(Repository.file(path)));
  }

  @Test
  void theFourHooksAreOfferedAndRunCommandsThatExist() throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode hook : read(".pre-commit-hooks.yaml")) {
      ids.add(hook.path("id").asText());
      assertThat(members(hook)).isSubsetOf(HOOK);
      assertThat(hook.path("language").asText()).isEqualTo("script");
      assertThat(hook.path("name").asText()).isNotBlank();
      assertThat(Pattern.compile(hook.path("files").asText()).matcher("alertmanager.yml").find())
          .isTrue();
      List<String> words = Arrays.asList(hook.path("entry").asText().split(" ", -1));
      assertThat(Repository.file(words.getFirst())).isExecutable();
      Options options = new Options();
      Catalog.open(String.join(" ", words.subList(1, 3)), options);
      options.parse(words.subList(3, words.size()));
    }
    assertThat(ids)
        .containsExactly(
            "firedrill-rules-lint",
            "firedrill-rules-test",
            "firedrill-routes-lint",
            "firedrill-rules-format");
  }

  @Test
  void theActionIsCompositeAndSaysHowToRunEachStep() throws IOException {
    JsonNode action = read("action.yml");
    assertThat(members(action)).isSubsetOf(ACTION);
    assertThat(action.path("name").asText()).isNotBlank();
    assertThat(action.path("description").asText()).isNotBlank();
    assertThat(action.at("/branding/color").asText())
        .isIn("white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark");
    assertThat(members(action.path("runs"))).containsExactlyInAnyOrder("using", "steps");
    assertThat(action.path("runs").path("using").asText()).isEqualTo("composite");
    assertThat(action.path("runs").path("steps")).isNotEmpty();
    for (JsonNode step : action.path("runs").path("steps")) {
      assertThat(members(step)).isSubsetOf(step.has("uses") ? USES : RUN);
      // GitHub takes no `run` of a composite action without a shell.
      assertThat(step.has("uses") || (step.has("run") && step.has("shell"))).isTrue();
      // What people write must not become part of a script.
      assertThat(step.path("run").asText()).doesNotContain("${{");
    }
  }

  @Test
  void theInputsOfTheActionAreDeclaredReadAndDocumented() throws IOException {
    JsonNode inputs = read("action.yml").path("inputs");
    Set<String> read = new TreeSet<>();
    Pattern.compile("\\$\\{\\{ *inputs\\.([a-z-]+)")
        .matcher(Files.readString(Repository.file("action.yml")))
        .results()
        .forEach(result -> read.add(result.group(1)));
    assertThat(members(inputs)).isEqualTo(read);
    String page = Files.readString(Repository.file("docs/ci.md"));
    for (Map.Entry<String, JsonNode> input : inputs.properties()) {
      assertThat(members(input.getValue())).containsExactly("default", "description");
      assertThat(input.getValue().path("description").asText()).isNotBlank();
      assertThat(page).contains("| `" + input.getKey() + "` |");
    }
  }

  @Test
  void theSnippetsOfTheDocumentationAreYaml() throws IOException {
    String[] blocks = Files.readString(Repository.file("docs/ci.md")).split("```", -1);
    int snippets = 0;
    for (int i = 1; i < blocks.length; i += 2) {
      if (blocks[i].startsWith("yaml\n")) {
        assertThat(YAML.readTree(blocks[i].substring("yaml\n".length())).isObject()).isTrue();
        snippets++;
      }
    }
    assertThat(snippets).isEqualTo(5);
  }
}
