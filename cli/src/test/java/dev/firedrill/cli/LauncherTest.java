package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script that starts the program, as it is installed.
class LauncherTest {
  @TempDir private Path folder;
  private Path launcher = Path.of("");
  private Path work = Path.of("");

  /// What a run printed on both streams, and its exit status.
  private record Outcome(int status, String text) {}

  @BeforeEach
  void install() throws IOException {
    Path home = folder.resolve("home");
    launcher = Files.createDirectories(home.resolve("bin")).resolve("firedrill");
    String script =
        Files.readString(Repository.file("cli/src/dist/bin/firedrill"))
            .replace("@CLASSPATH@", "'" + System.getProperty("java.class.path") + "'")
            .replace("@FLAGS@", "-XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow")
            .replace("@REPLAY_FLAGS@", "-Xms64m");
    Files.writeString(launcher, script);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(home.resolve("lib"));
    Files.copy(
        Repository.file("cli/src/dist/lib/replay-compilation.json"),
        home.resolve("lib/replay-compilation.json"));
    Files.writeString(home.resolve("lib/jdk"), System.getProperty("java.home") + "\n");
    work = Files.createDirectories(folder.resolve("work"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "xx_YY.UTF-8", "xx_YY.utf8"})
  void takesTextThatIsNotAsciiWhateverTheLocale(String locale) throws Exception {
    Files.writeString(work.resolve("notes.md"), "");
    must("mv notes.md \"$(printf 'caf\\303\\251.md')\"");
    Outcome formatted = run(locale, "exec \"$LAUNCHER\" promql format '{\"\u00fc\"=\"\u00e9\"}'");
    assertThat(formatted).isEqualTo(new Outcome(0, "{\"\u00fc\"=\"\u00e9\"}\n"));
    Outcome checked = run(locale, "exec \"$LAUNCHER\" rules check");
    assertThat(checked.text).doesNotContain("InvalidPathException").doesNotContain("locale");
  }

  @Test
  void saysThatTheFolderIsGone() throws Exception {
    Outcome gone = run("C.UTF-8", "mkdir d; cd d; rmdir ../d; exec \"$LAUNCHER\" --version");
    assertThat(gone.status).isEqualTo(2);
    assertThat(gone.text)
        .endsWith("firedrill: the current folder does not exist any more: go to another one\n");
    Outcome another =
        run("C.UTF-8", "mkdir d; cd d; rmdir ../d; mkdir ../d; exec \"$LAUNCHER\" --version");
    assertThat(another.status).isEqualTo(2);
  }

  @Test
  void startsBehindALinkToTheFolder() throws Exception {
    Outcome linked = run("C.UTF-8", "mkdir e; ln -s e f; cd f; exec \"$LAUNCHER\" --version");
    assertThat(linked.status).isZero();
    assertThat(linked.text).startsWith("firedrill ");
  }

  @Test
  void isAsWideAsTheTerminal() throws Exception {
    Files.writeString(
        work.resolve("data.om"),
        """
        # TYPE queue_depth gauge
        queue_depth{queue="a",site="north",host="a-long-name-of-a-machine.example.org"} 12 0
        queue_depth{queue="a",site="north",host="a-long-name-of-a-machine.example.org"} 12 60
        # EOF
        """);
    Assumptions.assumeTrue(run("C.UTF-8", "command -v script stty").status == 0, "no terminals");
    String replay = "\"$LAUNCHER\" rules replay --expr queue_depth --data data.om";
    for (int columns : new int[] {60, 140}) {
      Outcome shown =
          run(
              "C.UTF-8",
              "script -qec 'stty cols %d; unset COLUMNS; %s' /dev/null".formatted(columns, replay));
      assertThat(shown.status).as(shown.text).isZero();
      int widest = shown.text.lines().mapToInt(line -> line.strip().length()).max().orElse(0);
      assertThat(widest).as(shown.text).isBetween(columns - 10, columns);
    }
  }

  private void must(String command) throws Exception {
    Outcome outcome = run("C.UTF-8", command);
    assertThat(outcome.status).as(outcome.text).isZero();
  }

  private Outcome run(String locale, String command) throws Exception {
    List<String> words = new ArrayList<>(List.of("sh", "-c", command));
    ProcessBuilder builder = new ProcessBuilder(words).directory(work.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    environment.put("FIREDRILL_NO_CACHE", "1");
    environment.put("LAUNCHER", launcher.toString());
    if (!locale.isEmpty()) {
      environment.put("LANG", locale);
    }
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }
}
