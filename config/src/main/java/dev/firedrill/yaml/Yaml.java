package dev.firedrill.yaml;

import dev.firedrill.diagnostic.SourceFile;

/// The front door: YAML text in, nodes out.
public final class Yaml {
  private Yaml() {}

  /// Reads all documents of a file.
  public static YamlStream read(SourceFile file, YamlDialect dialect) {
    return read(file, dialect, YamlLimits.DEFAULT);
  }

  /// Reads all documents of a file that may be of a given size.
  public static YamlStream read(SourceFile file, YamlDialect dialect, YamlLimits limits) {
    return YamlReader.read(file, dialect, limits);
  }
}
