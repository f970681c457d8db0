package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteTextTest {
  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Test
  void readsUtf8AsItIs() {
    String text = "caf\u00E9 \uD83D\uDE00 \uFFFD\n";

    assertThat(ByteText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void readsUtf16ByItsByteOrderMark() {
    assertThat(ByteText.decode(bytes("FFFE 6100 E900"))).isEqualTo("a\u00E9");
    assertThat(ByteText.decode(bytes("FEFF 0061 00E9"))).isEqualTo("a\u00E9");
    assertThat(ByteText.decode(bytes("FFFE 6100 E9"))).isEqualTo("a\uDC03");
  }

  @ParameterizedTest
  @CsvSource({
    "80, invalid leading UTF-8 octet",
    "FF 41, invalid leading UTF-8 octet",
    "F8 88 80 80 80, invalid leading UTF-8 octet",
    "E9 41 42, invalid trailing UTF-8 octet",
    "E9 C3 A9, invalid trailing UTF-8 octet",
    "E9 0A, incomplete UTF-8 octet sequence",
    "C3, incomplete UTF-8 octet sequence",
    "C0 80, invalid length of a UTF-8 sequence",
    "E0 80 80, invalid length of a UTF-8 sequence",
    "F0 80 80 80, invalid length of a UTF-8 sequence",
    "ED A0 80, invalid Unicode character",
    "F4 90 80 80, invalid Unicode character",
  })
  void tellsWhatIsWrongAsGoDoes(String wrong, String problem) {
    String text = ByteText.decode(bytes("41" + "C3A9" + wrong));

    assertThat(text).startsWith("A\u00E9");
    assertThat(ByteText.isByte(text.charAt(2))).isTrue();
    assertThat(ByteText.byteAt(text, 2)).isEqualTo(Integer.parseInt(wrong.substring(0, 2), 16));
    assertThat(ByteText.problem(text, 2)).isEqualTo(problem);
  }

  @Test
  void showsBytesThatAreNoTextAsReplaced() {
    SourceFile file = SourceFile.of("a.yml", ByteText.decode(bytes("41 E9 F09F9880 E9 42 0A 43")));

    assertThat(file.line(1)).isEqualTo("A\uFFFD\uD83D\uDE00\uFFFDB");
    assertThat(file.position(file.text().indexOf('B')).offset()).isEqualTo(7);
  }
}
