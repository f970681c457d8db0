package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void isEmptyForEqualTexts() {
    assertThat(UnifiedDiff.of("a.yml", "x\n", "x\n")).isEmpty();
  }

  @Test
  void showsChangesWithThreeLinesAround() {
    assertThat(
            UnifiedDiff.of("a.yml", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n"))
        .isEqualTo(
            """
            --- a/a.yml
            +++ b/a.yml
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +x
             6
             7
             8
            """);
  }

  @Test
  void makesHunksOfChangesFarApart() {
    String before = "a\n" + "k\n".repeat(10) + "b\n";
    String after = "a\nnew\n" + "k\n".repeat(10) + "c\n";

    assertThat(UnifiedDiff.of("x", before, after))
        .isEqualTo(
            """
            --- a/x
            +++ b/x
            @@ -1,4 +1,5 @@
             a
            +new
             k
             k
             k
            @@ -9,4 +10,4 @@
             k
             k
             k
            -b
            +c
            """);
  }

  @Test
  void saysWhereTheLastLineBreakIsMissing() {
    assertThat(UnifiedDiff.of("x", "a", "a\n"))
        .isEqualTo(
            """
            --- a/x
            +++ b/x
            @@ -1 +1 @@
            -a
            \\ No newline at end of file
            +a
            """);
  }

  @Test
  void startsAtLineZeroWhereNothingWas() {
    assertThat(UnifiedDiff.of("x", "", "a\n")).isEqualTo("--- a/x\n+++ b/x\n@@ -0,0 +1 @@\n+a\n");
  }
}
