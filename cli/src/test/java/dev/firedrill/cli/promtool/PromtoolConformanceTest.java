package dev.firedrill.cli.promtool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What promtool 3.14 makes of files, as its own tests have it.
class PromtoolConformanceTest {
  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Path file = Repository.shared("conformance/promql/promtool/expectations.json").orElse(null);
    assumeTrue(file != null, "no conformance data beside the repository");
    JsonNode cases = new ObjectMapper().readTree(file.toFile()).get("cases");
    assertThat(cases).isNotEmpty();
    return StreamSupport.stream(cases.spliterator(), false)
        .map(each -> DynamicTest.dynamicTest(each.get("id").asText(), () -> run(each, file)));
  }

  private static void run(JsonNode expected, Path file) throws IOException {
    Path folder = file.resolveSibling("");
    String input = expected.get("file").asText();
    PromtoolProgram named =
        PromtoolProgram.run(folder, words(expected, List.of(input)).toArray(new String[0]));
    check(expected, named);
    if (expected.get("command").asText().equals("check rules")) {
      byte[] text = Files.readAllBytes(folder.resolve(input));
      check(expected, PromtoolProgram.run(folder, text, words(expected, List.of())));
    }
  }

  /// Each flag where promtool has it.
  private static List<String> words(JsonNode expected, List<String> files) {
    List<String> global = new ArrayList<>();
    List<String> check = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (JsonNode argument : expected.get("cli_args")) {
      String word = argument.asText();
      List<String> level =
          word.startsWith("--enable-feature")
              ? global
              : word.startsWith("--query.lookback-delta") ? check : own;
      level.add(word);
    }
    String[] command = expected.get("command").asText().split(" ", 2);
    List<String> words = new ArrayList<>(global);
    words.add(command[0]);
    words.addAll(check);
    words.add(command[1]);
    words.addAll(own);
    words.addAll(files);
    return words;
  }

  private static void check(JsonNode expected, PromtoolProgram got) {
    assumeFalse(
        got.err().contains("not supported yet by the simulator: native histograms"),
        "needs native histograms in unit tests");
    assertThat(got.status())
        .as("out: %s%nerr: %s", got.out(), got.err())
        .isEqualTo(expected.get("cli_exit").asInt());
    if (expected.has("error_contains")) {
      assertThat(got.err()).contains(expected.get("error_contains").asText());
    }
    for (JsonNode error : expected.path("errors")) {
      assertThat(got.err()).contains(error.asText());
    }
    if (expected.has("rules_found")) {
      assertThat(got.out()).contains("SUCCESS: " + expected.get("rules_found").asInt() + " rules");
    }
    if (expected.has("lints")) {
      boolean lints = !expected.get("lints").isEmpty();
      assertThat(got.err().contains("FAILED:")).isEqualTo(lints);
    }
    for (JsonNode duplicate : expected.path("duplicates")) {
      assertThat(got.err()).contains("Metric: " + duplicate.get("metric").asText() + "\n");
    }
  }
}
