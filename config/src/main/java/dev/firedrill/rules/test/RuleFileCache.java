package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Rule files that are read once, however many files of unit tests name them. For several threads.
public final class RuleFileCache {
  private final RuleFileOptions options;
  private final Map<String, RuleReading> known = new HashMap<>();

  /// A cache without files.
  ///
  /// @param options how rule files are read
  public RuleFileCache(RuleFileOptions options) {
    this.options = options;
  }

  /// {@return what a rule file says}
  /// @param place where it is
  /// @param path what messages call it
  /// @throws IOException if it cannot be read
  synchronized RuleReading read(Path place, String path) throws IOException {
    RuleReading reading = known.get(path);
    if (reading == null) {
      String text = ByteText.decode(Files.readAllBytes(place));
      reading = RuleFiles.read(SourceFile.of(path, text), options);
      known.put(path, reading);
    }
    return reading;
  }
}
