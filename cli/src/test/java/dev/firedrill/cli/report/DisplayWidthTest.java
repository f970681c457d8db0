package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "HighLoad, 8",
    "é, 1",
    "e\u0301, 1",
    "·█░╵…–, 6",
    "アラート, 8",
    "ｱﾗｰﾄ, 4",
    "ＡＢ, 4",
    "警告。, 6",
    "경고, 4",
    "\u1100\u1161\u11a8, 2",
    "\uD83D\uDE80 up, 5",
    "\uD83C\uDDE9\uD83C\uDDEA, 2",
    "a\u200bb, 2",
    "تنبيه, 5",
    "\uD869\uDEA5, 2"
  })
  void countsColumns(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(DisplayWidth.head("警告です", 5)).isEqualTo("警告");
    assertThat(DisplayWidth.tail("警告です", 5)).isEqualTo("です");
    assertThat(DisplayWidth.head("a\uD83D\uDE80", 2)).isEqualTo("a");
    assertThat(DisplayWidth.head("e\u0301a", 1)).isEqualTo("e\u0301");
    assertThat(DisplayWidth.head("abc", 9)).isEqualTo("abc");
  }

  @Test
  void padsToColumns() {
    assertThat(DisplayWidth.padded("警告", 6)).isEqualTo("警告  ");
    assertThat(DisplayWidth.padded("alert", 3)).isEqualTo("alert");
  }
}
