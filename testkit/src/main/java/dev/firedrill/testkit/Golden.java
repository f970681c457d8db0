package dev.firedrill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file under version control.
///
/// A test run with `-Dgolden=update` rewrites the file instead; then the difference is read in
/// review. A missing file fails, and so does updating where the environment says `CI`.
public final class Golden {
  private Golden() {}

  /// Fails unless the file holds exactly this text.
  ///
  /// @param path the file; a relative one is looked for in the repository's root
  public static void assertMatches(Path path, String actual) {
    Path file = Repository.root().resolve(path);
    if (updating()) {
      write(file, actual);
      return;
    }
    if (!Files.exists(file)) {
      fail(
          "%s does not exist; run with -Dgolden=update to write it. It would hold:%n%s",
          path, actual);
    }
    assertThat(actual).as("%s (rewrite it by -Dgolden=update)", path).isEqualTo(read(file));
  }

  /// {@return whether expected texts are to be rewritten rather than compared}
  public static boolean updating() {
    if (!"update".equals(System.getProperty("golden"))) {
      return false;
    }
    if (System.getenv("CI") != null) {
      fail("golden files are never updated where CI is set: update them locally and commit them");
    }
    return true;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
