package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Utf8;
import java.io.ByteArrayOutputStream;

/// Prometheus's hash of label sets: of names and values one after the other, each after its length.
final class LabelHash {
  private static final int LONGEST_SHORT = 254;

  private LabelHash() {}

  /// {@return the hash of a label set, to be read as unsigned}
  static long of(Labels labels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    labels.forEach(
        (name, value) -> {
          write(Utf8.encode(name), bytes);
          write(Utf8.encode(value), bytes);
        });
    return XxHash64.hash(bytes.toByteArray());
  }

  private static void write(byte[] text, ByteArrayOutputStream out) {
    if (text.length <= LONGEST_SHORT) {
      out.write(text.length);
    } else {
      out.write(0xff);
      out.write(text.length);
      out.write(text.length >> 8);
      out.write(text.length >> 16);
    }
    out.writeBytes(text);
  }
}
