package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SourceFileTest {
  @Test
  void countsColumnsInCharactersAndOffsetsInBytes() {
    SourceFile file = SourceFile.of("a", "\uFEFFé\r\n🔥x\n");

    assertThat(file.position(0)).isEqualTo(new Position(1, 1, 3));
    assertThat(file.position(1)).isEqualTo(new Position(1, 2, 5));
    assertThat(file.position(5)).isEqualTo(new Position(2, 2, 11));
    assertThat(file.position(100)).isEqualTo(new Position(3, 1, 13));
  }

  @Property
  void byteOffsetsAreThoseOfUtf8(@ForAll String text, @ForAll @IntRange(max = 400) int offset) {
    String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    int place = Math.min(offset, whole.length());
    if (place > 0 && Character.isHighSurrogate(whole.charAt(place - 1))) {
      place--;
    }
    SourceFile file = SourceFile.of("a", whole);
    int mark = whole.startsWith("\uFEFF") ? 1 : 0;
    String before = whole.substring(0, Math.min(whole.length(), place + mark));

    assertThat(file.position(place).offset())
        .isEqualTo(before.getBytes(StandardCharsets.UTF_8).length);
  }
}
