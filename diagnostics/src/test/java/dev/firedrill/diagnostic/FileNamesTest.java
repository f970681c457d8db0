package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {
  @TempDir private Path folder;

  @Test
  void saysThatThereIsNoFile() {
    assertThat(FileNames.missing("a/b.yml", folder.resolve("a/b.yml")))
        .isEqualTo("no such file or folder");
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
    assertThat(FileNames.missing("link", link))
        .isEqualTo("a symbolic link to something that is not there");
  }
}
