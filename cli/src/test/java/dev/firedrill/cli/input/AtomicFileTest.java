package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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

  @Test
  void writesBackOnlyWhatItHasRead() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yml"), "\uFEFFold\r\n");
    SourceFile before = new InputFile("a.yml", true).read(session());
    AtomicFile.update(session(), before, before.withText("new\r\n"));
    assertThat(file).content().isEqualTo("\uFEFFnew\r\n");
    assertThatThrownBy(() -> AtomicFile.update(session(), before, before.withText("newer")))
        .isInstanceOf(CommandException.class)
        .hasMessage("a.yml: not written, as it is not UTF-8 or has changed meanwhile");
    assertThat(file).content().isEqualTo("\uFEFFnew\r\n");
  }

  @Test
  void leavesAloneWhatIsNotUtf8() throws IOException {
    Path file = Files.write(folder.resolve("a.yml"), new byte[] {'a', (byte) 0xe9});
    SourceFile before = new InputFile("a.yml", true).read(session());
    assertThatThrownBy(() -> AtomicFile.update(session(), before, before.withText("b")))
        .isInstanceOf(CommandException.class);
    assertThat(Files.readAllBytes(file)).containsExactly('a', (byte) 0xe9);
  }

  @Test
  void namesTheFileThatCannotBeWritten() {
    Path file = folder.resolve("a".repeat(250) + ".yml");
    assertThatThrownBy(() -> AtomicFile.write(file, new byte[1]))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": not written: File name too long");
  }

  @Test
  void namesTheFileThatDoesNotTakeWhatIsWritten() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "a device that is always full");
    assertThatThrownBy(() -> AtomicFile.write(full, new byte[1]))
        .isInstanceOf(FileSystemException.class)
        .hasMessage("/dev/full: not written: No space left on device");
  }

  private Session session() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return new Session(folder, new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false);
  }
}
