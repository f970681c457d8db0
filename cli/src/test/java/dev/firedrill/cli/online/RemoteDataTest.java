package dev.firedrill.cli.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.cli.InProcess;
import dev.firedrill.cli.ScratchRepository;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

  private static final List<String> SWEPT = List.of("--alert", "Down", "--set", "for=1m");

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
  void isSweptAndComparedByTheServer() throws Exception {
    Files.writeString(folder.resolve("new.yml"), RULES.replace("== 0", "< 2"));
    try (RecordedServer server = new RecordedServer(folder)) {
      List<String> there =
          List.of(
              "--data",
              server.url(),
              "--start",
              "-2m",
              "--engine",
              "remote",
              "--answers",
              folder.resolve("answers").toString());
      assertThat(
              run(with(there, "rules", "sweep", "rules.yml", "--alert", "Down", "--set", "0=0,1")))
          .isZero();
      assertThat(err.toString()).isEmpty();
      assertThat(out.toString())
          .contains("1 series on the server", "1 of 1 selector with data")
          .containsPattern("\\* +0 +1 ");
      out.getBuffer().setLength(0);
      assertThat(run(with(there, "rules", "diff", "rules.yml", "new.yml"))).isEqualTo(1);
      assertThat(err.toString()).isEmpty();
      assertThat(out.toString()).contains("1 series on the server", "Down");
    }
  }

  @Test
  void isReviewedByTheServer() throws Exception {
    ScratchRepository repository = ScratchRepository.in(folder);
    repository.commit("rules");
    Files.writeString(folder.resolve("rules.yml"), RULES.replace("== 0", "< 0"));
    String answers = folder.resolve("answers").toString();
    try (RecordedServer server = new RecordedServer(folder)) {
      List<String> there = List.of("--engine", "remote", "--answers", answers, "--start", "-2m");
      run(with(there, "review", "HEAD", "--data", server.url(), "--fail-on", "never"));
      assertThat(err.toString()).isEmpty();
      assertThat(out.toString())
          .contains(
              "1 series on the server", "1 of 1 selector with data", "1 alert fires otherwise");
      assertThat(run(with(there, "review", "HEAD"))).isEqualTo(2);
      assertThat(err.toString()).contains("--engine remote: needs one server that evaluates");
      err.getBuffer().setLength(0);
      Files.writeString(folder.resolve("rules.yml"), RULES);
      assertThat(run(with(there, "review", "HEAD"))).as("nothing changed").isEqualTo(2);
      assertThat(run(with(there, "review", "HEAD", "--data", "server.om"))).isEqualTo(2);
    }
  }

  @Test
  void saysWhenTheServerHasNoSample() throws Exception {
    StringBuilder series = new StringBuilder();
    for (int minute = 0; minute < 240; minute++) {
      if (minute < 60 || minute >= 180) {
        series.append("up{job=\"a\"} 0 ").append(minute * 60).append('\n');
        series.append("up{job=\"b\"} 0 ").append(minute * 60 + 7.123).append('\n');
      }
    }
    Files.writeString(folder.resolve("server.om"), series + "# EOF\n");
    Files.writeString(folder.resolve("rules.yml"), RULES.replace("{job=\"a\"}", ""));
    try (RecordedServer server = new RecordedServer(folder)) {
      String[][] ranges = {{"-3h30m", "-30m"}, {"-150m", "-100m"}, {"-5h", "-1s"}, {"-30m", "-1m"}};
      for (String[] range : ranges) {
        List<String> words =
            List.of("rules.yml", "--data", server.url(), "--start", range[0], "--end", range[1]);
        JsonNode here = data(with(words, "rules", "replay", "--format", "json"));
        JsonNode there =
            data(
                with(
                    words,
                    "rules",
                    "replay",
                    "--format",
                    "json",
                    "--engine",
                    "remote",
                    "--answers",
                    folder.resolve("answers").toString()));
        assertThat(there.at("/data/selectors_with_data"))
            .isEqualTo(here.at("/data/selectors_with_data"));
        assertThat(there.at("/data/gaps").size()).isEqualTo(here.at("/data/gaps").size());
        for (int i = 0; i < there.at("/data/gaps").size(); i++) {
          // As "now" is a little later.
          assertThat(seconds(there.at("/data/gaps/" + i)))
              .isCloseTo(seconds(here.at("/data/gaps/" + i)), within(10L));
        }
        boolean any = there.at("/data/selectors_with_data").asInt() > 0;
        assertThat(there.at("/data/resolution").asInt()).isEqualTo(any ? 60 : 0);
      }
    }
  }

  private static long seconds(JsonNode gap) {
    return Duration.between(
            Instant.parse(gap.get("start").asText()), Instant.parse(gap.get("end").asText()))
        .toSeconds();
  }

  private JsonNode data(String... words) throws Exception {
    out.getBuffer().setLength(0);
    assertThat(run(words)).as("%s", err).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void isNotAskedForWhatARemovedRuleWrote() throws Exception {
    Files.writeString(
        folder.resolve("server.om"), SERIES.replace("# EOF", "job:up 0 60\njob:up 0 180\n# EOF"));
    String alert = "{alert: Down, expr: 'job:up < 1'}]}]\n";
    String record = "{record: 'job:up', expr: 'min(up{job=\"a\"})'}, ";
    Files.writeString(folder.resolve("old.yml"), "groups: [{name: g, rules: [" + record + alert);
    Files.writeString(folder.resolve("new.yml"), "groups: [{name: g, rules: [" + alert);
    try (RecordedServer server = new RecordedServer(folder)) {
      String[] words = {
        "rules",
        "diff",
        "old.yml",
        "new.yml",
        "--data",
        server.url(),
        "--start",
        "-2m",
        "--engine",
        "remote",
        "--answers",
        folder.resolve("answers").toString(),
        "--format",
        "json"
      };
      assertThat(run(words)).as("%s", err).isEqualTo(1);
      JsonNode down = new ObjectMapper().readTree(out.toString()).at("/behaviour/0");
      assertThat(down.get("removed").size()).isOne();
      assertThat(down.get("added")).isEmpty();
    }
  }

  @Test
  void isAskedWhatAnAlertDid() throws Exception {
    try (RecordedServer server = new RecordedServer(folder)) {
      List<String> words =
          List.of("rules.yml", "--alert", "Down", "--at", "-1s", "--data", server.url());
      assertThat(run(with(words, "rules", "why", "--start", "-2m"))).isZero();
      assertThat(out.toString()).contains("Down").contains("firing");
      String answers = folder.resolve("answers").toString();
      String[] there =
          with(words, "rules", "why", "--start", "-2m", "--engine", "remote", "--answers", answers);
      out.getBuffer().setLength(0);
      assertThat(run(there)).isZero();
      assertThat(err.toString()).isEmpty();
      assertThat(out.toString()).contains("Down").contains("firing");
    }
  }

  private static String[] with(List<String> more, String... words) {
    return Stream.concat(Stream.of(words), more.stream()).toArray(String[]::new);
  }

  @Test
  void tellsHowAServerDiffers() throws Exception {
    Files.writeString(
        folder.resolve("rate.yml"),
        "groups: [{name: g, rules: [{alert: Slow, expr: 'rate(up[5m]) < 1'}]}]\n");
    try (RecordedServer server = new RecordedServer(folder, "victoria")) {
      for (String rules : List.of("rules.yml", "rate.yml")) {
        String[] words = {
          "rules",
          "replay",
          rules,
          "--data",
          server.url(),
          "--start",
          "-2m",
          "--engine",
          "remote",
          "--answers",
          folder.resolve("answers").toString(),
          "--format",
          "json"
        };
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertThat(run(words)).isZero();
        JsonNode warnings = new ObjectMapper().readTree(out.toString()).at("/data/warnings");
        assertThat(warnings.size()).isOne();
        String told = warnings.get(0).asText();
        assertThat(told)
            .contains(rules.equals("rate.yml") ? "Prometheus for rate: " : "without a staleness");
        assertThat(err.toString()).isEqualTo("firedrill: warning: " + told + "\n");
      }
    }
  }

  @Test
  void tellsOnceWhatAServerSaysBesideItsAnswers() throws Exception {
    try (RecordedServer server = new RecordedServer(folder)) {
      server.remark("a store is away");
      String told = "firedrill: warning: " + server.url() + ": a store is away\n";
      List<String> words = List.of("rules.yml", "--data", server.url(), "--start", "-2m");
      assertThat(run(with(words, "rules", "replay"))).isZero();
      assertThat(err.toString()).isEqualTo(told);
      err.getBuffer().setLength(0);
      String answers = folder.resolve("answers").toString();
      assertThat(run(with(words, "rules", "replay", "--engine", "remote", "--answers", answers)))
          .isZero();
      assertThat(err.toString()).isEqualTo(told);
    }
  }

  @Test
  void isAskedOnlyForWhatGoesTogether() {
    String[] drill = {
      "rules",
      "replay",
      "rules.yml",
      "--data",
      "http://127.0.0.1:1",
      "--engine",
      "remote",
      "--inject",
      "drop up"
    };
    assertThat(run(drill)).isEqualTo(2);
    assertThat(err.toString()).startsWith("firedrill: --inject: the server evaluates what it has");
    for (String command : List.of("replay", "sweep", "diff")) {
      err.getBuffer().setLength(0);
      String[] words = {
        "rules", command, "rules.yml", "--data", "server.om", "--answers", "answers"
      };
      assertThat(run(command.equals("sweep") ? with(SWEPT, words) : words)).isEqualTo(2);
      assertThat(err.toString()).startsWith("firedrill: --answers: is for --engine remote");
    }
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
