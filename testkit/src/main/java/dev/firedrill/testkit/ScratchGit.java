package dev.firedrill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs `git` in a temporary folder: by no settings of the machine, and with an author and a date
/// that are always the same, so that commits are, too.
final class ScratchGit {
  private static final String DATE = "2026-11-20T08:00:00Z";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_AUTHOR_NAME", "Example",
          "GIT_AUTHOR_EMAIL", "example@example.com",
          "GIT_AUTHOR_DATE", DATE,
          "GIT_COMMITTER_NAME", "Example",
          "GIT_COMMITTER_EMAIL", "example@example.com",
          "GIT_COMMITTER_DATE", DATE);

  private ScratchGit() {}

  /// {@return what it printed, errors among it}
  ///
  /// @param words `git` and its arguments
  static Workbench.Outcome run(Path folder, List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().putAll(ENVIRONMENT);
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Workbench.Outcome(out, "", process.waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
