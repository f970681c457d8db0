package dev.firedrill.compose;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A service of a compose file.
///
/// @param name where it is written, too
/// @param image as written; empty where there is none
/// @param built whether the image is built here, so that it may hold files of its own
/// @param mounts what it sees of elsewhere
/// @param broken volumes that mount nothing: neither a pair `source:target` nor an absolute path
/// @param command the words of `command` and `entrypoint`
public record ComposeService(
    SourceText name,
    String image,
    boolean built,
    List<Mount> mounts,
    List<SourceText> broken,
    List<SourceText> command) {
  public ComposeService {
    mounts = List.copyOf(mounts);
    broken = List.copyOf(broken);
    command = List.copyOf(command);
  }

  /// Something that a service sees of elsewhere.
  ///
  /// @param source the path on the host, absolute; empty for volumes with a name, configs, secrets
  ///     and paths that depend on variables
  /// @param target the path in the container
  public record Mount(Optional<Path> source, String target, Location location) {}

  /// {@return the path under which the container sees a file of the host; empty where it does not}
  public Optional<String> seen(Path file) {
    for (Mount mount : mounts) {
      Path source = mount.source().orElse(null);
      if (source != null && file.startsWith(source)) {
        String rest = source.relativize(file).toString();
        return Optional.of(rest.isEmpty() ? mount.target() : mount.target() + "/" + rest);
      }
    }
    return Optional.empty();
  }

  /// {@return the path on the host of what the container sees under a path; empty where that is not
  ///     known}
  ///
  /// @param path may be a pattern
  public Optional<String> host(String path) {
    Mount longest = null;
    for (Mount mount : mounts) {
      boolean covers = path.equals(mount.target()) || path.startsWith(mount.target() + "/");
      if (covers && (longest == null || mount.target().length() > longest.target().length())) {
        longest = mount;
      }
    }
    if (longest == null) {
      return Optional.empty();
    }
    String rest = path.substring(longest.target().length());
    return longest.source().map(source -> source + rest);
  }

  /// {@return whether a volume provides what stands under a path}
  ///
  /// @param path in the container; a pattern may stand in its last part
  public boolean provides(String path) {
    int slash = path.lastIndexOf('/');
    boolean pattern = path.indexOf('*', slash) >= 0 || path.indexOf('?', slash) >= 0;
    String folder = path.substring(0, Math.max(slash, 0));
    for (Mount mount : mounts) {
      String target = mount.target();
      if (path.equals(target)
          || path.startsWith(target + "/")
          || (pattern && target.startsWith(folder + "/"))) {
        return true;
      }
    }
    return false;
  }
}
