package dev.firedrill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
  @TempDir Path folder;

  @BeforeEach
  void onlyWhenComparing() {
    assumeFalse(Golden.updating(), "goldens are being rewritten");
  }

  @Test
  void passesOnEqualText() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "text\n");
    assertThatCode(() -> Golden.assertMatches(file, "text\n")).doesNotThrowAnyException();
  }

  @Test
  void failsOnOtherText() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "text\n");
    assertThatThrownBy(() -> Golden.assertMatches(file, "other\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dgolden=update");
  }

  @Test
  void failsOnAMissingFileAndDoesNotWriteIt() {
    Path file = folder.resolve("missing.txt");
    assertThatThrownBy(() -> Golden.assertMatches(file, "text\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("does not exist");
    assertThat(file).doesNotExist();
  }
}
