package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read from folders that real tools wrote is what `promtool tsdb dump` prints of them.
class TsdbOracleTest {
  private static final Path RECORDED =
      Path.of(System.getProperty("firedrill.root"), "testdata/recorded");

  @TempDir Path folder;

  @BeforeEach
  void findPromtool() {
    assumeTrue(
        Boolean.getBoolean("firedrill.oracles"), "oracle tests run with -Dfiredrill.oracles=true");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/promtool")), "promtool is not installed");
  }

  @Test
  void blocksOfPromtoolHaveTheSamplesThatItDumps() throws IOException, InterruptedException {
    Path text = folder.resolve("load.om");
    Files.writeString(text, load());
    Path data = folder.resolve("data");
    run(
        List.of(
            "promtool",
            "tsdb",
            "create-blocks-from",
            "openmetrics",
            text.toString(),
            data.toString()));
    Files.createDirectories(data.resolve("wal"));

    assertThat(TsdbDump.ours(data)).hasSizeGreaterThan(20_000).isEqualTo(TsdbDump.promtools(data));
  }

  @Test
  void theLogAndABlockOfAServerHaveTheSamplesThatPromtoolDumps()
      throws IOException, InterruptedException {
    // A copy, because promtool writes into the folder.
    Path data = folder.resolve("data");
    run(List.of("cp", "-r", RECORDED.resolve("tsdb/data").toString(), data.toString()));

    assertThat(TsdbDump.ours(data)).hasSizeGreaterThan(120).isEqualTo(TsdbDump.promtools(data));
  }

  @Test
  void aFolderWithAllThatAServerWritesHasTheSamplesThatPromtoolDumps()
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    run(List.of("cp", "-r", RECORDED.resolve("storage/data").toString(), data.toString()));

    assertThat(TsdbDump.ours(data)).hasSizeGreaterThan(300).isEqualTo(TsdbDump.promtools(data));
  }

  // Ten hours, so that there are several blocks and chunks: steady, jumping, integral, special.
  private static String load() {
    StringBuilder text = new StringBuilder("# TYPE load gauge\n");
    long start = 1_795_000_000L;
    for (int i = 0; i < 2400; i++) {
      double seconds = start + 15.0 * i + (i % 7 == 0 ? 0.004 : 0);
      for (int s = 0; s < 9; s++) {
        String value =
            switch (s) {
              case 0 -> String.valueOf(i % 5);
              case 1 -> String.valueOf(Math.sin(i));
              case 2 -> i % 100 == 0 ? "NaN" : "+Inf";
              case 3 -> String.valueOf((long) i * i * i);
              default -> String.valueOf(1.0 / (i + s));
            };
        if (s != 8 || i % 50 < 20) {
          text.append("load{kind=\"").append(s).append("\"} ").append(value);
          text.append(' ').append(seconds).append('\n');
        }
      }
    }
    return text.append("# EOF\n").toString();
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
