package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void replacesWhatALinkLeadsToAndKeepsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yml"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.yml"), file);
    boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
    Assumptions.assumeTrue(posix, "permissions are those of POSIX");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicFile.write(link, "new".getBytes(StandardCharsets.UTF_8));
    assertThat(file).content().isEqualTo("new");
    assertThat(link).isSymbolicLink();
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, link);
    }
  }
}
