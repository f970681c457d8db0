package dev.firedrill.cli.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/// The page of the documentation about a check, as it is installed beside the program.
///
/// @param file where it is
/// @param text in Markdown
public record CheckPage(Path file, String text) {
  /// {@return the page of a check; empty where the program runs without its documentation}
  public static Optional<CheckPage> of(String check) throws IOException {
    Optional<Path> home = home();
    return home.isPresent() ? in(home.get(), check) : Optional.empty();
  }

  /// {@return the page of a check in an installation}
  ///
  /// @param home the folder of the installation
  static Optional<CheckPage> in(Path home, String check) throws IOException {
    Path file = home.resolve("docs").resolve("checks").resolve(check + ".md");
    return Files.isRegularFile(file)
        ? Optional.of(new CheckPage(file, Files.readString(file)))
        : Optional.empty();
  }

  /// {@return the text without its title and without what it shows of files and commands}
  String prose() {
    StringBuilder out = new StringBuilder();
    StringBuilder section = new StringBuilder();
    boolean fenced = false;
    boolean any = false;
    for (String line : text.lines().skip(1).toList()) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (!fenced && line.startsWith("## ")) {
        append(out, section, any);
        section.setLength(0);
        section.append(line.substring("## ".length())).append(":\n");
        any = false;
      } else if (!fenced && !line.isBlank()) {
        section.append("  ").append(line).append('\n');
        any = true;
      }
    }
    append(out, section, any);
    return out.toString();
  }

  private static void append(StringBuilder out, StringBuilder section, boolean any) {
    if (any) {
      out.append('\n').append(section);
    }
  }

  // Jars lie in the folder `lib` of an installation.
  private static Optional<Path> home() {
    CodeSource source = CheckPage.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path lib = Path.of(source.getLocation().toURI()).resolveSibling("");
      return lib.endsWith("lib") ? Optional.ofNullable(lib.getParent()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
