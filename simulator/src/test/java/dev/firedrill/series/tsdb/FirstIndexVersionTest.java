package dev.firedrill.series.tsdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstIndexVersionTest {
  private static final Path BLOCK =
      Path.of(
          System.getProperty("firedrill.root"),
          "testdata/recorded/training-run/01M7YS21JAJGWZWC8N6604XCDX");

  @TempDir private Path folder;

  private Path block() throws IOException, DamagedException {
    Path copy = folder.resolve(BLOCK.getFileName());
    Files.walkFileTree(
        BLOCK,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes known)
              throws IOException {
            Files.createDirectories(copy.resolve(BLOCK.relativize(from)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path from, BasicFileAttributes known)
              throws IOException {
            Files.copy(from, copy.resolve(BLOCK.relativize(from)));
            return FileVisitResult.CONTINUE;
          }
        });
    Path index = copy.resolve("index");
    Files.write(index, FirstIndexVersion.of(Files.readAllBytes(index)));
    return copy;
  }

  private static List<String> lines(Path block, List<LabelMatcher> matchers) throws IOException {
    List<String> lines = new ArrayList<>();
    try (TsdbSource source = TsdbSource.open(block)) {
      for (Series each : source.select(matchers, TimeRange.ALL)) {
        Samples samples = each.samples();
        for (int i = 0; i < samples.size(); i++) {
          lines.add(each.labels() + " " + samples.value(i) + " " + samples.time(i));
        }
      }
      assertThat(source.damage()).isEmpty();
    }
    return lines;
  }

  @Test
  void blocksWithAnIndexOfTheFirstVersionAreRead() throws IOException, DamagedException {
    Path first = block();
    assertThat(Files.readAllBytes(first.resolve("index"))[4]).isEqualTo((byte) 1);
    assertThat(lines(first, List.of())).isNotEmpty().isEqualTo(lines(BLOCK, List.of()));
    for (LabelMatcher matcher :
        List.of(
            LabelMatcher.of("job", Operator.EQUAL, "train"),
            LabelMatcher.of("job", Operator.NOT_EQUAL, "train"),
            LabelMatcher.of("__name__", Operator.REGEX, ".*e.*"))) {
      assertThat(lines(first, List.of(matcher))).isEqualTo(lines(BLOCK, List.of(matcher)));
    }
  }
}
