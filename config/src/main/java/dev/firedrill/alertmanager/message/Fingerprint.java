package dev.firedrill.alertmanager.message;

import dev.firedrill.labels.Labels;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The number by which Prometheus's programs know a label set: FNV-1a, 64 bits, over names and
/// values in the order of the names, a byte 255 after each.
public final class Fingerprint {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /// {@return the fingerprint as 16 hexadecimal digits}
  public static String of(Labels labels) {
    long hash = OFFSET;
    for (int i = 0; i < labels.size(); i++) {
      hash = added(hash, labels.name(i));
      hash = added(hash, labels.value(i));
    }
    return HexFormat.of().toHexDigits(hash);
  }

  private static long added(long hash, String text) {
    long added = hash;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      added = (added ^ (b & 0xff)) * PRIME;
    }
    return (added ^ 0xff) * PRIME;
  }
}
