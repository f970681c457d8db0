package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.InProcess;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteDataTest {
  private static final String SERIES =
      """
      # TYPE up gauge
      up{job="a"} 1 60
      up{job="a"} 0 120
      up{job="a"} 0 180
      up{job="b"} 1 180
      # EOF
      """;
  private static final String RULES =
      "groups: [{name: g, rules: [{alert: Down, expr: 'up{job=\"a\"} == 0'}]}]\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("server.om"), SERIES);
    Files.writeString(folder.resolve("rules.yml"), RULES);
  }

  private int run(String... words) {
    return InProcess.run(folder, out, err, words);
  }

  @Test
  void isQueriedAsOfNow() throws Exception {
    try (RecordedServer server = new RecordedServer(folder)) {
      assertThat(run("promql", "query", "sum(up)", "--data", server.url())).isZero();
      assertThat(out.toString()).startsWith("{} => 1 @[");
    }
  }

  @Test
  void isReplayedFromATimeBeforeNow() throws Exception {
    try (RecordedServer server = new RecordedServer(folder)) {
      int status =
          run("rules", "replay", "rules.yml", "--data", server.url(), "--start", "-2m", "--quiet");
      assertThat(err.toString()).isEmpty();
      assertThat(status).isZero();
      assertThat(out.toString()).startsWith("Down: 1 firing, ");
    }
  }

  @Test
  void isEvaluatedByTheServer() throws Exception {
    try (RecordedServer server = new RecordedServer(folder)) {
      String[] words = {
        "rules",
        "replay",
        "rules.yml",
        "--data",
        server.url(),
        "--start",
        "-2m",
        "--quiet",
        "--engine",
        "remote",
        "--answers",
        folder.resolve("answers").toString()
      };
      int status = run(words);
      assertThat(err.toString()).isEmpty();
      assertThat(status).isZero();
      assertThat(out.toString()).startsWith("Down: 1 firing, ");
    }
  }

  @Test
  void isEvaluatedByOneServerOnly() {
    assertThat(run("rules", "replay", "rules.yml", "--data", "server.om", "--engine", "remote"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--engine remote: needs one server that evaluates");
    assertThat(run("rules", "replay", "rules.yml", "--data", "server.om", "--engine", "there"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--engine 'there': expected local or remote");
  }

  @Test
  void isSaidToBeAway() {
    int status = run("rules", "replay", "rules.yml", "--data", "remote-read+http://127.0.0.1:1");
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo(
            "firedrill: http://127.0.0.1:1: nothing answers there (is the server running?)\n");
    assertThat(run("promql", "query", "up", "--data", "http://")).isEqualTo(2);
    assertThat(err.toString()).contains("--data: expected ");
  }
}
