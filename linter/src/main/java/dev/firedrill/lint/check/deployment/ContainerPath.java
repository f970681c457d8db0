package dev.firedrill.lint.check.deployment;

import dev.firedrill.compose.ComposeService;
import java.nio.file.Path;
import java.util.Optional;

/// Where a container looks for what a configuration names.
final class ContainerPath {
  private ContainerPath() {}

  /// {@return the path in the container that a path of a configuration stands for; empty where the
  ///     container does not see the configuration}
  ///
  /// @param named as the configuration writes it; may be a pattern
  /// @param configuration the configuration's place on the host
  static Optional<String> of(String named, Path configuration, ComposeService service) {
    String seen = service.seen(configuration).orElse(null);
    if (seen == null) {
      return Optional.empty();
    }
    if (named.startsWith("/")) {
      return Optional.of(named);
    }
    String relative = named.startsWith("./") ? named.substring(2) : named;
    String folder = seen.substring(0, Math.max(seen.lastIndexOf('/'), 0));
    while (relative.startsWith("../") && !folder.isEmpty()) {
      relative = relative.substring(3);
      folder = folder.substring(0, folder.lastIndexOf('/'));
    }
    return Optional.of(folder + "/" + relative);
  }
}
