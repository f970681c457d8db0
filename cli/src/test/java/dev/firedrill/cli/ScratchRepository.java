package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Git repository made for a test, and the program run in it.
public record ScratchRepository(Path folder) {
  /// What a run came to.
  public record Outcome(int status, String out, String err) {}

  /// {@return a new one, with a branch `main` that has no commit yet}
  public static ScratchRepository in(Path folder) {
    ScratchRepository repository = new ScratchRepository(folder);
    repository.git("init", "--quiet", "--initial-branch=main", ".");
    return repository;
  }

  /// Writes a file, and the folders that it needs.
  public void write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Commits all there is, also if that is nothing.
  public void commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "-m", message);
  }

  /// Runs `git`, by no settings but those given here.
  public String git(String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("git %s: %s", List.of(arguments), out).isZero();
      return out;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Runs the program in the repository's root.
  public Outcome run(String... arguments) {
    return run(folder, arguments);
  }

  /// Runs the program in some folder.
  public static Outcome run(Path directory, String... arguments) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    int status = InProcess.run(new Program.Invocation(directory, "", out, err, List.of(arguments)));
    return new Outcome(status, out.toString(), err.toString());
  }

  /// {@return the findings of a run, each as `path:line check`}
  List<String> findings(String... arguments) {
    return findings(folder, arguments);
  }

  static List<String> findings(Path directory, String... arguments) {
    List<String> words = new ArrayList<>(List.of(arguments));
    words.addAll(List.of("--format", "github"));
    Outcome outcome = run(directory, words.toArray(new String[0]));
    assertThat(outcome.err()).isEmpty();
    return outcome
        .out()
        .lines()
        .map(
            line -> line.replaceFirst("::\\w+ file=(.*),line=(\\d+),.*title=(.*?)::.*", "$1:$2 $3"))
        .toList();
  }
}
