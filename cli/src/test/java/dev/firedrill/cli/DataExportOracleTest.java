package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.testkit.Program;
import dev.firedrill.testkit.Repository;
import dev.firedrill.testkit.oracle.PrometheusProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// What is exported as OpenMetrics is, read by promtool, what promtool dumps of the source.
@EnabledIfSystemProperty(named = "firedrill.oracles", matches = "true")
class DataExportOracleTest {
  @TempDir private Path folder;

  @Test
  void promtoolMakesTheSameBlocksOfIt() throws IOException, InterruptedException {
    assumeTrue(PrometheusProcess.isInstalled(), "needs prometheus and promtool in /usr/bin");
    String recorded = Repository.file("testdata/recorded/training-run").toString();
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    int status =
        InProcess.run(
            new Program.Invocation(
                folder, "", out, err, List.of("data", "export", recorded, "--output", "all.om")));
    assertThat(status).as(err.toString()).isZero();
    assertThat(out).hasToString("all.om: 155 series, 12372 samples\n");
    assertThat(err)
        .hasToString("firedrill: 112 staleness markers left out: OpenMetrics has none\n");

    Path again = folder.resolve("again");
    String text = folder.resolve("all.om").toString();
    PrometheusProcess.promtool("tsdb", "create-blocks-from", "openmetrics", text, again.toString());
    Path before = folder.resolve("before");
    Files.createDirectories(before);
    Process copy = new ProcessBuilder("cp", "-r", recorded + "/.", before.toString()).start();
    assertThat(copy.waitFor()).isZero();
    assertThat(dump(again)).hasSize(12_372).isEqualTo(dump(before));
  }

  // Staleness markers are NaN there; the recording has no other.
  private static List<String> dump(Path data) throws IOException, InterruptedException {
    Files.createDirectories(data.resolve("wal"));
    return PrometheusProcess.promtool("tsdb", "dump", data.toString())
        .lines()
        .filter(line -> line.startsWith("{") && !line.contains("} NaN "))
        .sorted()
        .toList();
  }
}
