package dev.firedrill.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Rows of the conformance data that may lie beside the repository. Tests that ask for them are
/// skipped where they are missing.
public final class ConformanceRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ConformanceRows() {}

  /// {@return the rows of a file of Alertmanager's part}
  public static List<JsonNode> of(String name) {
    Optional<Path> found = Repository.shared("conformance/alertmanager/" + name);
    Assumptions.assumeTrue(found.isPresent(), "no conformance data beside the repository");
    Path file = found.orElseThrow();
    try {
      List<JsonNode> rows = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        rows.add(JSON.readTree(line));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
