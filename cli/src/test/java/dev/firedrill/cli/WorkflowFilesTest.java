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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The files by which pre-commit and GitHub run Firedrill have the shape that these expect, and
/// name
/// commands and options that exist.
class WorkflowFilesTest {
  private static final YAMLMapper YAML = new YAMLMapper();

  private static JsonNode read(String path) throws IOException {
    return YAML.readTree(Files.readString(Repository.file(path)));
  }

  @Test
  void theFourHooksAreOfferedAndRunCommandsThatExist() throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode hook : read(".pre-commit-hooks.yaml")) {
      ids.add(hook.path("id").asText());
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
    assertThat(action.path("name").asText()).isNotBlank();
    assertThat(action.path("description").asText()).isNotBlank();
    assertThat(action.path("runs").path("using").asText()).isEqualTo("composite");
    for (JsonNode input : action.path("inputs")) {
      assertThat(input.path("description").asText()).isNotBlank();
      assertThat(input.has("default")).isTrue();
    }
    assertThat(action.path("runs").path("steps")).isNotEmpty();
    for (JsonNode step : action.path("runs").path("steps")) {
      // GitHub takes no `run` of a composite action without a shell.
      assertThat(step.has("uses") || (step.has("run") && step.has("shell"))).isTrue();
      // What people write must not become part of a script.
      assertThat(step.path("run").asText()).doesNotContain("${{");
    }
  }

  @Test
  void theInputsThatTheActionReadsAreDeclared() throws IOException {
    JsonNode inputs = read("action.yml").path("inputs");
    Pattern.compile("\\$\\{\\{ *inputs\\.([a-z-]+)")
        .matcher(Files.readString(Repository.file("action.yml")))
        .results()
        .forEach(result -> assertThat(inputs.has(result.group(1))).as(result.group(1)).isTrue());
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
