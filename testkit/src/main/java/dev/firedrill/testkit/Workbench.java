package dev.firedrill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A temporary folder in which command lines are run; deleted on close.
final class Workbench implements AutoCloseable {
  private final Program program;
  private final Path folder;

  private Workbench(Program program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  static Workbench open(Program program) {
    try {
      return new Workbench(program, Files.createTempDirectory("firedrill-").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(String name, String text) {
    Golden.write(folder.resolve(name), text);
  }

  /// Copies a folder or file of the repository, so that commands that write leave it alone.
  void copyFromRepository(String path) {
    Path source = Repository.file(path);
    try (var files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(Repository.root().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling(""));
          Files.copy(file, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    return Golden.read(folder.resolve(name));
  }

  /// Runs a command line: of the program, `git ...`, or `cat FILE`.
  Outcome run(String line) {
    CommandWords command = CommandWords.of(line);
    List<String> words = command.words();
    String file = command.input();
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "firedrill", "./firedrill" -> run(words, file == null ? "" : read(file));
      case "git" -> ScratchGit.run(folder, words);
      case "cat" -> new Outcome(read(words.get(1)), "", 0);
      default -> throw new IllegalArgumentException("not a firedrill command: " + line);
    };
  }

  private Outcome run(List<String> words, String input) {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    List<String> arguments = words.subList(1, words.size());
    int status = program.run(new Program.Invocation(folder, input, out, err, arguments));
    return new Outcome(normalise(out), normalise(err), status);
  }

  private String normalise(StringBuilder text) {
    return text.toString().replace(folder.toString(), "DIR");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What one command line came to.
  record Outcome(String out, String err, int status) {}
}
