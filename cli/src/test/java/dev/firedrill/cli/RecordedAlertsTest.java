package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Repository;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a replay of the shipped recording writes, and what the server wrote that made it.
class RecordedAlertsTest {
  private static final Path FOLDER = Repository.file("testdata/recorded");

  @Test
  void areWrittenAsTheServerDidWithoutBeingToldHowOften() {
    List<String> written =
        samples(
            "rules", "replay", "rules.yml", "--data", "training-run", "--format", "openmetrics");
    List<String> recorded =
        samples("data", "export", "training-run", "--match", "ALERTS", "--format", "openmetrics");
    assertThat(written).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(recorded);
  }

  private static List<String> samples(String... words) {
    StringWriter out = new StringWriter();
    InProcess.run(FOLDER, out, new StringWriter(), words);
    return out.toString().lines().filter(line -> line.startsWith("ALERTS{")).toList();
  }
}
