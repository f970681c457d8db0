package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangedTextTest {
  @Test
  void showsTheLinesThatDiffer() {
    assertThat(ChangedText.lines("a\nb  \nc\nd\n", "a\nB\nc\nd\ne\n"))
        .containsExactly("- b", "+ B", "+ e");
    assertThat(ChangedText.lines("", "new")).containsExactly("+ new");
    assertThat(ChangedText.lines("gone", "")).containsExactly("- gone");
    assertThat(ChangedText.lines("a", "a ")).isEmpty();
  }

  @Test
  void showsOfLongLinesWhatDiffers() {
    String start = "x".repeat(200);
    String end = "y".repeat(200);
    List<String> lines = ChangedText.lines(start + "old" + end, start + "newer" + end);
    assertThat(lines)
        .containsExactly(
            "- …" + "x".repeat(40) + "old" + "y".repeat(40) + "…",
            "+ …" + "x".repeat(40) + "newer" + "y".repeat(40) + "…");
  }

  @Test
  void cutsNoCharacters() {
    String start = "\uD83D\uDD25".repeat(100);
    for (String more : List.of("", "z")) {
      for (String line :
          ChangedText.lines(start + more + "a" + start, start + more + "b" + start)) {
        assertThat(
                line.replace("\uD83D\uDD25", "").chars().noneMatch(c -> c >= 0xD800 && c < 0xE000))
            .as(line)
            .isTrue();
      }
    }
  }

  @Test
  void endsAfterSomeLines() {
    assertThat(ChangedText.lines("", "a\n".repeat(30)))
        .hasSize(21)
        .last()
        .isEqualTo("  and 10 more lines");
  }
}
