package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void keepsBytesThatAreNoCharacters() {
    byte[] bytes = {'a', (byte) 0xff, (byte) 0xe2, (byte) 0x98, 'b', (byte) 0xc3, (byte) 0xa4};
    String text = Utf8.decode(bytes);
    assertThat(text).isEqualTo("a\udcff\udce2\udc98bä");
    assertThat(Utf8.encode(text)).isEqualTo(bytes);
    assertThat(Utf8.isValid(text)).isFalse();
  }

  @Test
  void countsBytesUpToAPlace() {
    String text = "aä☂\ud83d\ude00\udcffz";
    assertThat(Utf8.byteOffset(text, 1)).isEqualTo(1);
    assertThat(Utf8.byteOffset(text, 2)).isEqualTo(3);
    assertThat(Utf8.byteOffset(text, 3)).isEqualTo(6);
    assertThat(Utf8.byteOffset(text, 5)).isEqualTo(10);
    assertThat(Utf8.byteOffset(text, 6)).isEqualTo(11);
    assertThat(Utf8.length(text, 6, 7)).isEqualTo(1);
  }

  @Property
  void readsBackWhateverItWrote(@ForAll byte[] bytes) {
    assertThat(Utf8.encode(Utf8.decode(bytes))).isEqualTo(bytes);
  }

  @Property
  void agreesWithJavaOnValidText(@ForAll String text) {
    if (Utf8.isValid(text)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(Utf8.encode(text)).isEqualTo(bytes);
      assertThat(Utf8.decode(bytes)).isEqualTo(text);
    }
  }
}
