package dev.firedrill.alertmanager.message;

import dev.firedrill.rules.GoGlob;
import java.nio.file.Path;
import java.util.List;

/// A pattern of template files as a configuration names it.
///
/// @param text as written
public record TemplatePattern(String text) {
  /// {@return the files that match; none is fine, as it is for Alertmanager}
  ///
  /// An absolute pattern that matches nothing is most often the path within a container: then the
  /// end of it is looked for beside the file that names it.
  ///
  /// @param resolved the pattern as the path that is looked at first
  /// @param folder of the file that names it
  public List<String> files(GoGlob glob, String resolved, Path folder) {
    List<String> found = glob.files(resolved);
    String rest = text.startsWith("/") ? text : "";
    while (found.isEmpty() && !rest.isEmpty()) {
      rest = rest.substring(Math.min(rest.length(), rest.indexOf('/') + 1));
      found = rest.isEmpty() ? found : glob.files(folder + "/" + rest);
      rest = rest.contains("/") ? rest.substring(rest.indexOf('/')) : "";
    }
    return found;
  }
}
