package dev.firedrill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Note;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Folders of files to read: in `ok` nothing is found, in `err` what the file beside it says.
public final class Fixtures {
  private static final String ROOT = "config/src/test/resources/";

  private Fixtures() {}

  /// {@return a test for each file of a folder}
  ///
  /// @param folder the folder that holds `ok` and `err`
  /// @param reading what is found in a file, a line each
  public static Stream<DynamicTest> of(String folder, Function<SourceFile, String> reading) {
    return Stream.concat(
        files(ROOT + folder + "/ok")
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        "ok/" + file.getFileName(),
                        () -> assertThat(reading.apply(source(file))).isEmpty())),
        files(ROOT + folder + "/err")
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        "err/" + file.getFileName(),
                        () ->
                            Golden.assertMatches(
                                Path.of(file.toString().replace(".yml", ".out")),
                                reading.apply(source(file))))));
  }

  private static Stream<Path> files(String folder) {
    try (Stream<Path> files = Files.list(Repository.file(folder))) {
      List<Path> inputs = files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
      assertThat(inputs).as(folder).isNotEmpty();
      return inputs.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a file of the repository, under its own name}
  public static SourceFile source(Path file) {
    try {
      return SourceFile.of(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return diagnostics as text}
  public static String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(place(diagnostic.location()))
          .append(' ')
          .append(diagnostic.severity().word())
          .append('[')
          .append(diagnostic.check())
          .append("] ")
          .append(diagnostic.message())
          .append('\n');
      for (Note note : diagnostic.notes()) {
        out.append("  note: ").append(place(note.location())).append(' ');
        out.append(note.message()).append('\n');
      }
      if (diagnostic.help() != null) {
        out.append("  help: ").append(diagnostic.help()).append('\n');
      }
    }
    return out.toString();
  }

  private static String place(Location location) {
    Position start = location.start();
    Position end = location.end();
    return start.line() + ":" + start.column() + "-" + end.line() + ":" + end.column();
  }
}
