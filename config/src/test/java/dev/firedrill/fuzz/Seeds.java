package dev.firedrill.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that the fuzzer spoils: this repository's own, and more where they are given.
final class Seeds {
  private static final long LARGEST = 60_000;

  private Seeds() {}

  /// {@return the contents of all YAML and template files below the folders, none empty}
  static List<byte[]> below(List<Path> folders) {
    List<byte[]> seeds = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Seeds::isWanted).sorted().forEach(file -> seeds.add(read(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return seeds;
  }

  private static boolean isWanted(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".tmpl"))
        && Files.isRegularFile(file)
        && size(file) > 0
        && size(file) < LARGEST;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
