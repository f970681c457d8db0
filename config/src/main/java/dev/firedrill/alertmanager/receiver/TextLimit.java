package dev.firedrill.alertmanager.receiver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// How long a text may be that the other side takes; Alertmanager cuts what is longer.
///
/// @param most the length, in the unit of `form`
public record TextLimit(int most, Form form) {
  private static final String MARKER = "…";
  private static final int MARKER_BYTES = 3;

  /// How a text is measured and cut.
  public enum Form {
    /// In Unicode characters; `…` stands for the rest.
    RUNES("characters"),
    /// In bytes of UTF-8, between characters; `…` stands for the rest.
    BYTES("bytes"),
    /// In bytes of UTF-8, wherever that is; nothing stands for the rest.
    BARE_BYTES("bytes");

    private final String unit;

    Form(String unit) {
      this.unit = unit;
    }
  }

  /// {@return a limit in Unicode characters}
  public static TextLimit runes(int most) {
    return new TextLimit(most, Form.RUNES);
  }

  /// {@return a limit in bytes, by whole characters}
  public static TextLimit bytes(int most) {
    return new TextLimit(most, Form.BYTES);
  }

  /// {@return a limit in bytes, without regard to characters}
  public static TextLimit bareBytes(int most) {
    return new TextLimit(most, Form.BARE_BYTES);
  }

  /// {@return the limit in words: `1024 characters`}
  public String words() {
    return most + " " + form.unit;
  }

  /// {@return what is sent of a text; the text itself where it is short enough}
  public String cut(String text) {
    return switch (form) {
      case RUNES -> cutRunes(text);
      case BYTES -> cutBytes(text);
      case BARE_BYTES -> {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        yield bytes.length <= most
            ? text
            : new String(Arrays.copyOf(bytes, most), StandardCharsets.UTF_8);
      }
    };
  }

  private String cutRunes(String text) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    // Too short for a mark, says Alertmanager.
    boolean marked = most > MARKER_BYTES;
    int end = text.offsetByCodePoints(0, marked ? most - 1 : most);
    return text.substring(0, end) + (marked ? MARKER : "");
  }

  private String cutBytes(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= most) {
      return text;
    }
    if (most < MARKER_BYTES) {
      return ".".repeat(most);
    }
    int left = most - MARKER_BYTES;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      left -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + MARKER;
  }
}
