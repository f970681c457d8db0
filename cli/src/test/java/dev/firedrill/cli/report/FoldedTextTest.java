package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
  @Test
  void leavesLinesThatFit() throws IOException {
    assertThat(folded(10, "0123456789\n\n  8 9\n")).isEqualTo("0123456789\n\n  8 9\n");
  }

  @Test
  void foldsAtTheLastBlankThatFitsAndIndentsWhatFollows() throws IOException {
    assertThat(folded(12, "  one two three four five\n"))
        .isEqualTo("  one two\n    three\n    four\n    five\n");
  }

  @Test
  void foldsRatherBetweenColumns() throws IOException {
    assertThat(folded(16, "from 8 to 9  peak of 7\n")).isEqualTo("from 8 to 9\n  peak of 7\n");
  }

  @Test
  void keepsWordsAndBarsWhole() throws IOException {
    assertThat(folded(8, "0123456789 1\n")).isEqualTo("0123456789 1\n");
    assertThat(folded(12, "a b│  █  │ 3 at night\n")).isEqualTo("a b│  █  │ 3\n  at night\n");
    assertThat(folded(8, "a b│  █  │ 3\n")).isEqualTo("a\n  b│  █  │ 3\n");
  }

  private static String folded(int width, String text) throws IOException {
    StringBuilder out = new StringBuilder();
    new FoldedText(given -> given.append(text), width).write(out);
    return out.toString();
  }
}
