package dev.firedrill.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoGlobTest {
  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    for (String file :
        List.of("a.yml", "b.yml", ".c.yml", "x*.yml", "sub/d.yml", "sub/deep/e.yml")) {
      Path place = folder.resolve(file);
      Files.createDirectories(place.getParent());
      Files.createFile(place);
    }
  }

  @Test
  void aStarMatchesLeadingDotsAndStaysInOneFolder() {
    assertThat(files("*.yml")).containsExactly(".c.yml", "a.yml", "b.yml", "x*.yml");
  }

  @Test
  void twoStarsAreNoMoreThanOne() {
    assertThat(files("**/*.yml")).containsExactly("sub/d.yml");
  }

  @Test
  void setsMayBeRangesAndNegated() {
    assertThat(files("[a-b].yml")).containsExactly("a.yml", "b.yml");
    assertThat(files("[^b-z].yml")).containsExactly("a.yml");
    assertThat(files("?.yml")).containsExactly("a.yml", "b.yml");
  }

  @Test
  void aBackslashMakesWildcardsLiteral() {
    assertThat(files("x\\*.yml")).containsExactly("x*.yml");
  }

  @Test
  void aPathWithoutWildcardsIsItselfWhereItExists() {
    assertThat(files("sub/d.yml")).containsExactly("sub/d.yml");
    assertThat(files("sub")).containsExactly("sub");
    assertThat(files("sub/none.yml")).isEmpty();
    assertThat(files("")).isEmpty();
    assertThat(files("none/*.yml")).isEmpty();
  }

  @Test
  void foldersMayBePatternsTooAndAbsolutePathsStayAbsolute() {
    assertThat(files("s?b/*/*.yml")).containsExactly("sub/deep/e.yml");
    assertThat(files(folder + "/sub/*.yml")).containsExactly(folder + "/sub/d.yml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[a", "[]", "a[^", "[a-]", "[-a]", "x\\", "none/["})
  void malformedPatternsAreRefusedEvenWhereNothingIsLookedAt(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files(pattern))
        .withMessage("syntax error in pattern");
  }

  private List<String> files(String pattern) {
    return new GoGlob(folder).files(pattern);
  }
}
