package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command that finds nothing to work on says what was damaged, not only that nothing is there.
class DamagedDataTest {
  @TempDir private Path folder;

  @Test
  void tellsWhyThereIsNoSampleWhereAnIndexIsCutOff() throws IOException {
    Path block = block();
    byte[] index = Files.readAllBytes(block.resolve("index"));
    Files.write(block.resolve("index"), Arrays.copyOf(index, index.length / 2));
    for (List<String> words :
        List.of(List.of("promql", "query", "up", "--data", "."), List.of("data", "info", "."))) {
      StringWriter err = new StringWriter();
      int status = InProcess.run(folder, new StringWriter(), err, words.toArray(new String[0]));
      assertThat(status).isEqualTo(2);
      assertThat(err.toString()).contains("/index: error[data/damaged]");
    }
  }

  @Test
  void tellsInJsonWhatIsDamagedBesideWhatIsThere() throws IOException {
    Path chunks = block().resolve("chunks/000001");
    byte[] bytes = Files.readAllBytes(chunks);
    // Within the samples of the first chunk, behind the header of the file and the chunk's length.
    bytes[8 + 2 + 6] ^= 1;
    Files.write(chunks, bytes);
    for (List<String> words :
        List.of(
            List.of("rules", "replay", "--expr", "{__name__=~'.+'} < 0", "--data", "."),
            List.of("data", "info", "."))) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--format", "json"));
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int status = InProcess.run(folder, out, err, all.toArray(new String[0]));
      assertThat(status).isEqualTo(2);
      assertThat(out.toString()).contains("\"check\": \"data/damaged\"");
      assertThat(err.toString()).contains("chunks/000001: error[data/damaged] at offset 8: ");
      assertThat(err.toString()).doesNotContain(" | ");
    }
  }

  private Path block() throws IOException {
    Path recorded = Repository.file("testdata/recorded/training-run/01M7YS21JAJGWZWC8N6604XCDX");
    Path block = Files.createDirectories(folder.resolve(recorded.getFileName()));
    try (Stream<Path> files = Files.walk(recorded)) {
      for (Path file : files.filter(each -> !each.equals(recorded)).toList()) {
        Files.copy(file, block.resolve(recorded.relativize(file)));
      }
    }
    return block;
  }
}
