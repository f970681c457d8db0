package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.cli.console.Session;
import dev.firedrill.testkit.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mends copies of real rule files, where the corpus lies beside the repository.
class FixCorpusTest {

  @TempDir Path folder;

  @Test
  void whatIsMendedOnceNeedsNoMore() throws IOException {
    copyCorpus();
    String checks = "promql/regex,promql/number-style,promql/deprecated,threshold/bool";
    assertThat(run("rules", "lint", "--fix", "--only", checks, "."))
        .containsPattern("fixed [0-9]{2,} findings");
    assertThat(run("rules", "lint", "--fix", "--only", checks, "."))
        .contains("fixed 0 findings in 0 files");
  }

  @Test
  void whatIsSilencedOnceIsSilent() throws IOException {
    copyCorpus();
    run("rules", "lint", "--add-ignores", ".");
    String again = run("rules", "lint", "--add-ignores", ".");
    assertThat(again).contains("silenced 0 findings by comments in 0 files");
    assertThat(again).doesNotContain("[suppression/unused]").doesNotContain("[severity/missing]");
  }

  private String run(String... args) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int status =
        Main.run(
            new Session(folder, new ByteArrayInputStream(new byte[0]), writer, writer, false),
            args);
    assertThat(status).as(out.toString()).isLessThan(2);
    return out.toString();
  }

  private void copyCorpus() throws IOException {
    Optional<Path> corpus = Repository.shared("corpus/rules");
    assumeTrue(corpus.isPresent(), "no corpus beside the repository");
    List<Path> files;
    try (Stream<Path> found = Files.walk(corpus.get())) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Path copy = folder.resolve(corpus.get().relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }
}
