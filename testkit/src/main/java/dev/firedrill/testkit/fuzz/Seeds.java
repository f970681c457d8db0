package dev.firedrill.testkit.fuzz;

import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that are spoilt: this repository's own, and more where `-Dfuzz.corpus` names a folder
/// of them.
public final class Seeds {
  private static final int LARGEST = 60_000;

  private Seeds() {}

  /// {@return the contents of all test data whose names have one of some endings, none empty; of
  ///     long files the start}
  public static List<byte[]> endingWith(String... endings) {
    List<Path> folders = new ArrayList<>(List.of(Repository.file("testdata")));
    String more = System.getProperty("fuzz.corpus");
    if (more != null && Files.isDirectory(Path.of(more))) {
      folders.add(Path.of(more));
    }
    List<byte[]> seeds = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> isWanted(file, endings)).sorted().map(Seeds::read).forEach(seeds::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    seeds.removeIf(seed -> seed.length == 0);
    return seeds;
  }

  private static boolean isWanted(Path file, String... endings) {
    String name = String.valueOf(file.getFileName());
    return Stream.of(endings).anyMatch(name::endsWith) && Files.isRegularFile(file);
  }

  private static byte[] read(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
