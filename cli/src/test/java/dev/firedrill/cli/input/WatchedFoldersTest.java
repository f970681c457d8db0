package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFoldersTest {
  @TempDir Path folder;

  @Test
  void seesFilesThatAreWrittenAndFilesThatAreReplaced() throws IOException {
    Path written = folder.resolve("a.yml");
    Path replaced = folder.resolve("b.yml");
    Files.writeString(replaced, "old");
    try (WatchedFolders folders = new WatchedFolders()) {
      folders.watch(Set.of(folder, folder.resolve("nowhere")));
      Files.writeString(written, "new");
      assertThat(folders.next()).hasValueSatisfying(saved -> assertThat(saved).contains(written));
      Path other = Files.writeString(folder.resolve("b.yml~"), "new");
      Files.move(other, replaced, StandardCopyOption.REPLACE_EXISTING);
      assertThat(folders.next()).hasValueSatisfying(saved -> assertThat(saved).contains(replaced));
    }
  }

  @Test
  void endsWhenItIsClosed() throws IOException {
    WatchedFolders folders = new WatchedFolders();
    folders.close();
    assertThat(folders.next()).isEmpty();
  }
}
