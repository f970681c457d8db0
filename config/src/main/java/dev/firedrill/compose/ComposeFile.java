package dev.firedrill.compose;

import dev.firedrill.diagnostic.SourceFile;
import java.nio.file.Path;
import java.util.List;

/// A compose file.
///
/// @param folder what its relative paths start from
/// @param services in the order of the file
public record ComposeFile(SourceFile source, Path folder, List<ComposeService> services) {
  public ComposeFile {
    services = List.copyOf(services);
  }
}
