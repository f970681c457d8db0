package dev.firedrill.settings;

import java.nio.file.Path;
import java.util.Map;

/// Where the paths that a container sees lie in the repository.
public final class PathMap {
  /// A map without entries.
  public static final PathMap NONE = new PathMap(Path.of(""), Map.of());

  private final Path base;
  private final Map<String, String> folders;

  /// A map.
  ///
  /// @param base what the folders are relative to
  /// @param folders by the path under which they are mounted
  public PathMap(Path base, Map<String, String> folders) {
    this.base = base;
    this.folders = Map.copyOf(folders);
  }

  /// {@return where a path that a configuration names is found}
  ///
  /// @param path as written; may be a pattern
  /// @param configuration the folder of the file that names it, for relative paths
  public String resolve(String path, Path configuration) {
    String longest = "";
    for (String mount : folders.keySet()) {
      String prefix = withoutEndingSlash(mount);
      if (isBelow(path, prefix) && mount.length() >= longest.length()) {
        longest = mount;
      }
    }
    String folder = folders.get(longest);
    if (folder == null) {
      return path.startsWith("/") ? path : configuration + "/" + path;
    }
    return base.resolve(folder) + path.substring(withoutEndingSlash(longest).length());
  }

  private static boolean isBelow(String path, String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }

  private static String withoutEndingSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
