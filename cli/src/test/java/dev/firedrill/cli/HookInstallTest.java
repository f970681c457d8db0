package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Program;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hook, run by the real Git at a commit.
class HookInstallTest {
  private static final String GOOD =
      """
      groups:
      - name: workers
        rules:
        - {alert: WorkerLost, expr: worker_connected == 0, for: 5m, labels: {severity: critical}}
      """;
  private static final String BAD = GOOD.replace(" == 0", "");

  @TempDir private Path folder;
  private Path work = Path.of("");

  /// What a run printed, and its exit status.
  private record Outcome(int status, String out) {}

  @BeforeEach
  void makeRepository() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path launcher = bin.resolve("firedrill");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -cp '%s' dev.firedrill.cli.Main \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path")));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    work = Files.createDirectories(folder.resolve("work")).toRealPath();
    must("git", "init", "-q");
  }

  @Test
  void saysThatThereIsNoRepository() {
    StringWriter err = new StringWriter();
    int status = InProcess.run(folder, new StringWriter(), err, "hook", "install");
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("firedrill: the hook is one of Git, and this is no Git repository: ");
  }

  @Test
  void commitsOfBadRulesAreRefusedAndThoseOfGoodOnesMade() throws Exception {
    assertThat(install().out).isEqualTo("wrote .git/hooks/pre-commit\n");
    write("rules.yml", BAD);
    write("compose.yml", "services: {}\n");
    must("git", "add", "-A");
    Outcome refused = git("commit", "-qm", "bad");
    assertThat(refused.out).contains("rules.yml:4:31: error[threshold/missing]");
    assertThat(refused.status).isNotZero();
    write("rules.yml", GOOD);
    must("git", "add", "-A");
    must("git", "commit", "-qm", "good");
  }

  @Test
  void whatIsStagedIsLintedRatherThanWhatIsThere() throws Exception {
    install();
    write("rules.yml", GOOD);
    must("git", "add", "-A");
    must("git", "commit", "-qm", "good");
    write("rules.yml", BAD);
    must("git", "add", "-A");
    write("rules.yml", GOOD);
    assertThat(git("commit", "-qm", "bad").status).isNotZero();
    assertThat(work.resolve("rules.yml")).hasContent(GOOD);
  }

  @Test
  void aHookThatIsThereStaysWithoutForce() throws Exception {
    install();
    write(".git/hooks/pre-commit", "#!/bin/sh\n");
    Outcome refused = install();
    assertThat(refused.status).isEqualTo(2);
    assertThat(refused.out).contains("a hook is there already");
    assertThat(work.resolve(".git/hooks/pre-commit")).hasContent("#!/bin/sh\n");
    assertThat(install("--force").status).isZero();
    assertThat(work.resolve(".git/hooks/pre-commit")).content().contains("firedrill rules lint");
  }

  @Test
  void hooksGoWhereGitLooksForThem() throws Exception {
    must("git", "config", "core.hooksPath", "tools/hooks");
    assertThat(install().out).isEqualTo("wrote tools/hooks/pre-commit\n");
    must("git", "config", "--unset", "core.hooksPath");
    write("README", "");
    must("git", "add", "-A");
    must("git", "commit", "-qm", "first");
    must("git", "worktree", "add", "-q", "../other");
    Path main = work;
    work = folder.resolve("other").toRealPath();
    assertThat(install().status).isZero();
    assertThat(main.resolve(".git/hooks/pre-commit")).exists();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(work.resolve(name), text);
  }

  private Outcome install(String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("hook", "install"));
    words.addAll(List.of(options));
    StringBuilder out = new StringBuilder();
    int status = InProcess.run(new Program.Invocation(work, "", out, out, words));
    return new Outcome(status, out.toString());
  }

  private Outcome git(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("git"));
    words.addAll(List.of(arguments));
    return execute(words);
  }

  private void must(String... command) throws IOException, InterruptedException {
    Outcome outcome = execute(List.of(command));
    assertThat(outcome.status).as(outcome.out).isZero();
  }

  private Outcome execute(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.merge("PATH", folder.resolve("bin") + ":", (path, own) -> own + path);
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + role + "_NAME", "tester");
      environment.put("GIT_" + role + "_EMAIL", "tester@example.com");
    }
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out);
  }
}
