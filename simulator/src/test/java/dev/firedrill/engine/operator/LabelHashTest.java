package dev.firedrill.engine.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import org.junit.jupiter.api.Test;

class LabelHashTest {
  // From the reference implementation of xxHash.
  @Test
  void hashesBytesAsTheReferenceDoes() {
    assertThat(hex("")).isEqualTo("ef46db3751d8e999");
    assertThat(hex("a")).isEqualTo("d24ec4f1a98c6e5b");
    assertThat(hex("abc")).isEqualTo("44bc2cf5ad770999");
    assertThat(hex("The quick brown fox jumps over the lazy dog")).isEqualTo("0b242d361fda71bc");
  }

  @Test
  void readsNamesAndValuesWithTheirLengths() {
    String value = "v".repeat(300);
    byte[] plain = "\u0001a\u0001b\u0003c.d\u0000".getBytes(UTF_8);
    assertThat(LabelHash.of(Labels.of("a", "b")))
        .isEqualTo(XxHash64.hash(java.util.Arrays.copyOf(plain, 4)));
    byte[] expected = new byte[306];
    byte[] start = {1, 'a', (byte) 0xff, 44, 1, 0};
    System.arraycopy(start, 0, expected, 0, 6);
    System.arraycopy(value.getBytes(UTF_8), 0, expected, 6, 300);
    assertThat(LabelHash.of(Labels.of("a", value))).isEqualTo(XxHash64.hash(expected));
  }

  private static String hex(String text) {
    return "%016x".formatted(XxHash64.hash(text.getBytes(UTF_8)));
  }
}
