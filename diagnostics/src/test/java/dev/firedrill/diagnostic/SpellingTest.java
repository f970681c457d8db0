package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> COMMANDS = List.of("check", "lint", "test", "replay", "format");

  @Test
  void findsNamesWithOneMistake() {
    assertThat(Spelling.nearest("chekc", COMMANDS)).contains("check");
    assertThat(Spelling.nearest("repaly", COMMANDS)).contains("replay");
    assertThat(Spelling.nearest("lnt", COMMANDS)).contains("lint");
    assertThat(Spelling.nearest("tests", COMMANDS)).contains("test");
    assertThat(Spelling.nearest("FORMAT", COMMANDS)).contains("format");
  }

  @Test
  void suggestsNothingForAnotherWord() {
    assertThat(Spelling.nearest("serve", COMMANDS)).isEmpty();
    assertThat(Spelling.nearest("", COMMANDS)).isEmpty();
  }

  @Test
  void prefersTheNearest() {
    assertThat(Spelling.nearest("groups_wait", List.of("group_by", "group_wait")))
        .contains("group_wait");
  }
}
