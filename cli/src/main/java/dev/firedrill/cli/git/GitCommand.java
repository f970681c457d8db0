package dev.firedrill.cli.git;

import dev.firedrill.cli.console.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Runs `git` in a folder.
///
/// @param folder where it runs
/// @param environment what is set for it beside what this process has
record GitCommand(Path folder, Map<String, String> environment) {
  GitCommand {
    environment = Map.copyOf(environment);
  }

  /// What a run came to.
  ///
  /// @param status the exit status
  record Outcome(int status, String out, String err) {
    boolean succeeded() {
      return status == 0;
    }

    /// {@return the first line of what was printed}
    String line() {
      return out.lines().findFirst().orElse("");
    }

    /// {@return what was printed between null characters}
    List<String> fields() {
      List<String> fields = new ArrayList<>();
      for (String field : out.split("\0", -1)) {
        if (!field.isEmpty()) {
          fields.add(field);
        }
      }
      return fields;
    }
  }

  /// {@return the same with another variable set}
  GitCommand with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new GitCommand(folder, more);
  }

  /// Runs it.
  ///
  /// @throws CommandException when there is no `git`
  Outcome run(String... arguments) {
    List<String> words = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().putAll(environment);
    // Messages are recognised by nobody, but shown: in the language of the rest.
    builder.environment().put("LC_ALL", "C");
    try {
      return outcome(builder.start());
    } catch (IOException e) {
      throw new CommandException("git cannot be run, and is needed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted", e);
    }
  }

  /// Runs it and expects it to succeed.
  ///
  /// @throws CommandException with what it says when it does not
  Outcome must(String... arguments) {
    Outcome outcome = run(arguments);
    if (!outcome.succeeded()) {
      throw new CommandException("git " + arguments[0] + " failed: " + outcome.err().strip());
    }
    return outcome;
  }

  private static Outcome outcome(Process process) throws IOException, InterruptedException {
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err.join());
  }
}
