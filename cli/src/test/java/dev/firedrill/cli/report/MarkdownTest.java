package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void codeMayHoldBackticksAndSeveralLines() {
    assertThat(Markdown.code("a  \n  b|c")).isEqualTo("`a b|c`");
    assertThat(Markdown.code("a`b")).isEqualTo("`` a`b ``");
    assertThat(Markdown.code("")).isEmpty();
  }

  @Test
  void barsEndNoCell() {
    assertThat(Markdown.cell(Markdown.code("a|b"))).isEqualTo("`a\\|b`");
  }

  @Test
  void wordsAreNoMarkupButWhatStandsBetweenBackticks() {
    assertThat(Markdown.plain("*a* <b> [c](d) & `e*f` g_h"))
        .isEqualTo("\\*a\\* &lt;b> \\[c\\](d) &amp; `e*f` g\\_h");
    assertThat(Markdown.plain("one ` alone")).isEqualTo("one \\` alone");
    assertThat(Markdown.plain("`a` and ` alone")).isEqualTo("`a` and \\` alone");
  }

  @Test
  void blocksAreCutWhereNoCommentHoldsThem() {
    assertThat(Markdown.block("text", "a\n```\nb\n\n")).isEqualTo("```text\na\n` ` `\nb\n```\n");
    assertThat(Markdown.block("text", "0123456789\n".repeat(2000)))
        .hasSizeLessThan(13_000)
        .endsWith("more lines\n```\n");
  }
}
