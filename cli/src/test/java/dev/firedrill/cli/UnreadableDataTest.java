package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Data that cannot be read end a command with status 2 and a message that names the path.
class UnreadableDataTest {
  private static final Set<PosixFilePermission> NONE = PosixFilePermissions.fromString("---------");
  private static final Set<PosixFilePermission> ALL = PosixFilePermissions.fromString("rwxr-xr-x");

  @TempDir private Path folder;

  private String block = "";

  @BeforeEach
  void copyData() throws IOException {
    Path recorded = Repository.file("testdata/recorded/tsdb/data");
    try (Stream<Path> files = Files.walk(recorded)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve("data").resolve(recorded.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      block =
          files
              .map(each -> "data/" + each.getFileName())
              .filter(each -> !each.endsWith("wal"))
              .findFirst()
              .orElseThrow();
    }
  }

  // What may not be looked at could not be deleted either.
  @AfterEach
  void allowAll() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!Files.isSymbolicLink(file)) {
          Files.setPosixFilePermissions(file, ALL);
        }
      }
    }
  }

  private String told(String source) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(InProcess.run(folder, out, err, "data", "info", source)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    return err.toString().replace(folder + "/", "");
  }

  private Path emptied(String path) throws IOException {
    Path place = folder.resolve(path);
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
    return place;
  }

  @Test
  void saysWhatIsNoFolder() throws IOException {
    Files.createFile(emptied("data/wal"));
    assertThat(told("data")).isEqualTo("firedrill: data/wal: is no folder: a folder is expected\n");
  }

  @Test
  void saysWhatIsNoFile() throws IOException {
    for (String path : new String[] {"data/wal/00000000", block + "/index"}) {
      Path file = folder.resolve(path);
      Path kept = Files.move(file, folder.resolve("kept"));
      Files.createDirectory(file);
      assertThat(told("data"))
          .isEqualTo("firedrill: " + path + ": is a folder, where a file is expected\n");
      Files.delete(file);
      Files.move(kept, file);
    }
  }

  @Test
  void saysThatALinkLeadsNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.om"), Path.of("nowhere"));
    assertThat(told("link.om"))
        .isEqualTo("firedrill: link.om: a symbolic link to something that is not there\n");
    Files.createSymbolicLink(emptied("data/wal"), Path.of("nowhere"));
    assertThat(told("data"))
        .isEqualTo(
            "firedrill: data/wal: is a symbolic link to something that is not there: a folder is"
                + " expected\n");
  }

  @Test
  void saysThatAFolderIsEmpty() throws IOException {
    Files.createDirectory(folder.resolve("none"));
    assertThat(told("none"))
        .startsWith("firedrill: none: is an empty folder, neither a Prometheus");
  }

  @Test
  void saysThatALogIsAPartOfAFolder() {
    assertThat(told("data/wal"))
        .isEqualTo("firedrill: data/wal: is a part of a data folder: give the one above it\n");
  }

  @Test
  void saysThatABlockWasDownsampled() throws IOException {
    Path meta = folder.resolve(block).resolve("meta.json");
    String text = Files.readString(meta);
    Files.writeString(
        meta, "{\"thanos\": {\"downsample\": {\"resolution\": 300000}}," + text.substring(1));
    assertThat(told(block))
        .startsWith(
            block
                + "/meta.json: error[data/damaged] at offset 0: downsampled by Thanos to 5m: it has"
                + " no samples, those are in the block that it was made of\n");
    Files.writeString(
        meta, "{\"thanos\": {\"downsample\": {\"resolution\": 0}}," + text.substring(1));
    assertThat(InProcess.run(folder, new StringWriter(), new StringWriter(), "data", "info", block))
        .isZero();
  }

  @Test
  void saysThatABlockHasNoChunks() throws IOException {
    emptied(block + "/chunks");
    StringWriter err = new StringWriter();
    assertThat(InProcess.run(folder, new StringWriter(), err, "data", "info", "data")).isEqualTo(2);
    assertThat(err.toString().replace(folder + "/", ""))
        .startsWith(
            block + "/chunks: error[data/damaged] at offset 0: there is no file with chunks");
  }

  // Root may read everything.
  @ParameterizedTest
  @ValueSource(strings = {"data", "data/wal", "data/wal/00000000", "a.om"})
  void saysWhatMayNotBeRead(String path) throws IOException {
    Files.writeString(folder.resolve("a.om"), "up 1 60\n# EOF\n");
    Path place = folder.resolve(path);
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(place);
    Files.setPosixFilePermissions(place, NONE);
    assumeTrue(!Files.isReadable(place), "whoever runs this may read everything");
    String source = path.startsWith("data") ? "data" : path;
    String told = told(source);
    Files.setPosixFilePermissions(place, before);
    assertThat(told).isEqualTo("firedrill: " + path + ": permission denied\n");
  }

  @Test
  void saysThatAFolderMayNotBeLookedInto() throws IOException {
    Path place = folder.resolve("data");
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("r--r--r--"));
    assumeTrue(!Files.isExecutable(place), "whoever runs this may look into everything");
    assertThat(told("data")).isEqualTo("firedrill: data: permission denied\n");
    assertThat(told("data/a.om"))
        .startsWith("firedrill: data/a.om: permission denied: what is in ");
  }
}
