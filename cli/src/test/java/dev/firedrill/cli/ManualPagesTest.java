package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.cli.command.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualPagesTest {
  @TempDir private Path folder;

  private List<Path> pages() throws IOException {
    ManualPages.write(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void thereIsOneOfTheProgramOfEachCommandAndOfEachTopic() throws IOException {
    assertThat(pages()).hasSize(1 + Catalog.paths().size() + HelpTopic.names().size());
    assertThat(folder.resolve("man1/firedrill-rules-lint.1"))
        .content()
        .startsWith(".TH FIREDRILL\\-RULES\\-LINT 1")
        .contains(".SH EXAMPLES");
    assertThat(folder.resolve("man7/firedrill-exit-status.7")).content().contains(".SH DESC");
  }

  @Test
  void manShowsThemWithoutAWarning() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/man")), "man is not installed");
    for (Path page : pages()) {
      assertThat(run("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page.toString()))
          .as(page.toString())
          .isEmpty();
    }
  }

  @Test
  void mandocFindsNothingToWarnOf() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/usr/bin/mandoc")), "mandoc is not installed");
    for (Path page : pages()) {
      assertThat(run("mandoc", "-T", "lint", "-W", "warning", page.toString()).lines())
          .as(page.toString())
          // The pages of one version are the same on every day.
          .filteredOn(line -> !line.contains("missing date"))
          .isEmpty();
    }
  }

  /// {@return what was complained of}
  private String run(String... command) throws IOException, InterruptedException {
    Path complaints = folder.resolve("complaints");
    boolean lint = command[0].equals("mandoc");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(lint);
    builder.environment().put("MANROFFSEQ", "");
    if (!lint) {
      builder.redirectError(complaints.toFile());
    }
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    String said = lint ? out : Files.readString(complaints);
    Files.deleteIfExists(complaints);
    return said;
  }
}
