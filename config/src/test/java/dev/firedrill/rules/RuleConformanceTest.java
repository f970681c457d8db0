package dev.firedrill.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The verdict of Prometheus 3.14 on rule files, and a part of its message.
class RuleConformanceTest {
  @TestFactory
  Stream<DynamicTest> agreesWithPrometheus() throws IOException {
    Optional<Path> file = Repository.shared("conformance/promql/rules.jsonl");
    assumeTrue(file.isPresent(), "no conformance data beside the repository");
    ObjectMapper mapper = new ObjectMapper();
    List<String> lines = Files.readAllLines(file.get());
    return lines.stream().map(line -> test(mapper, line));
  }

  private static DynamicTest test(ObjectMapper mapper, String line) {
    JsonNode row;
    try {
      row = mapper.readTree(line);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return DynamicTest.dynamicTest(row.get("source").asText(), () -> check(row));
  }

  private static void check(JsonNode row) {
    RuleFileOptions options =
        RuleFileOptions.DEFAULT
            .withLegacyNames(row.get("name_validation").asText().equals("legacy"))
            .withIgnoreUnknownFields(row.get("ignore_unknown_fields").asBoolean());
    RuleReading reading = RuleFiles.read(SourceFile.of("a.yml", row.get("yaml").asText()), options);
    List<String> errors = PromtoolErrors.of(reading);

    assertThat(reading.rejected()).as("%s", errors).isEqualTo(!row.get("ok").asBoolean());
    assertThat(errors.isEmpty()).isEqualTo(row.get("ok").asBoolean());
    if (row.get("error_match").asText().equals("contains")) {
      assertThat(errors.getFirst()).contains(row.get("error").asText());
    }
    if (row.has("groups")) {
      assertThat(reading.loaded().get().orElseThrow().groups()).hasSize(row.get("groups").asInt());
    }
    if (row.hasNonNull("warning")) {
      assertThat(reading.documents()).isGreaterThan(1);
    }
  }
}
