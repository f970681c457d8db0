package dev.firedrill.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/// Facts about Prometheus that lie beside the repository, one JSON object a line. Tests that need
/// them are skipped where they are not there.
public final class ConformanceData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ConformanceData() {}

  /// {@return one test for each row of a file}
  ///
  /// @param file below the directory of facts
  /// @param name names a row
  public static List<DynamicTest> rows(
      String file, Function<JsonNode, String> name, Consumer<JsonNode> test) {
    Path path =
        Path.of(System.getProperty("firedrill.root", "."), "..", "shared", "conformance")
            .resolve(file);
    Assumptions.assumeTrue(Files.exists(path), () -> "there is no " + path);
    List<DynamicTest> tests = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path)) {
        JsonNode row = JSON.readTree(line);
        String title = (tests.size() + 1) + " " + name.apply(row).strip();
        tests.add(DynamicTest.dynamicTest(title, () -> test.accept(row)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(tests).as("rows of " + file).isNotEmpty();
    return tests;
  }
}
