package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
    Path recorded = Repository.file("testdata/recorded/training-run/01M7YS21JAJGWZWC8N6604XCDX");
    Path block = Files.createDirectories(folder.resolve(recorded.getFileName()));
    try (Stream<Path> files = Files.walk(recorded)) {
      for (Path file : files.filter(each -> !each.equals(recorded)).toList()) {
        Files.copy(file, block.resolve(recorded.relativize(file)));
      }
    }
    byte[] index = Files.readAllBytes(block.resolve("index"));
    Files.write(block.resolve("index"), Arrays.copyOf(index, index.length / 2));
    for (List<String> words :
        List.of(List.of("promql", "query", "up", "--data", "."), List.of("data", "info", "."))) {
      StringWriter err = new StringWriter();
      int status = InProcess.run(folder, new StringWriter(), err, words.toArray(new String[0]));
      assertThat(status).isEqualTo(2);
      assertThat(err.toString()).contains("/index:1:1: error[data/damaged]");
    }
  }
}
