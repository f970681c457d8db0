package dev.firedrill.series.text;

import dev.firedrill.labels.Labels;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Reads the part of a line that names a series: `name{label="value"}`, or
/// `{"name","label"="value"}` for names beyond the classic characters.
final class SeriesText {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final boolean strict;
  private final Labels.Builder labels = new Labels.Builder();
  private final Set<String> seen = new HashSet<>();
  private int at;

  /// @param strict whether no blanks are allowed
  SeriesText(byte[] bytes, int start, int end, boolean strict) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.strict = strict;
    this.at = start;
  }

  Labels read() throws MalformedLine {
    String name = bareName(true);
    if (!name.isEmpty()) {
      set(Labels.METRIC_NAME, name, start);
    }
    skipBlanks();
    if (at < end) {
      readLabels(name.isEmpty() ? "the name of a metric" : "an opening brace");
    }
    if (!seen.contains(Labels.METRIC_NAME)) {
      throw new MalformedLine("expected the name of a metric", 0);
    }
    return labels.build();
  }

  /// {@return the name of a metric, bare or quoted; empty where there is none}
  ///
  /// @param from where it starts in the bytes
  String metricName(int from) throws MalformedLine {
    at = from;
    return at < end && bytes[at] == '"' ? quotedText() : bareName(true);
  }

  /// {@return where what was read ends in the bytes}
  int at() {
    return at;
  }

  /// Reads the labels of an exemplar, which has no name.
  ///
  /// @param from where its brace is
  void readExemplar(int from) throws MalformedLine {
    at = from;
    readLabels("the labels of an exemplar");
  }

  private void readLabels(String wanted) throws MalformedLine {
    expect('{', wanted);
    skipBlanks();
    while (at < end && bytes[at] != '}') {
      readLabel();
      skipBlanks();
      if (at < end && bytes[at] != '}') {
        expect(',', "a comma or a closing brace");
        skipBlanks();
      }
    }
    expect('}', "a closing brace");
  }

  private void readLabel() throws MalformedLine {
    int place = at;
    boolean quoted = at < end && bytes[at] == '"';
    String name = quoted ? quotedText() : bareName(false);
    skipBlanks();
    if (quoted && at < end && (bytes[at] == ',' || bytes[at] == '}')) {
      set(Labels.METRIC_NAME, name, place);
      return;
    }
    if (name.isEmpty()) {
      throw new MalformedLine("expected the name of a label", place - start);
    }
    expect('=', "an equals sign");
    skipBlanks();
    set(name, quotedText(), place);
  }

  private void set(String name, String value, int place) throws MalformedLine {
    if (!seen.add(name)) {
      throw new MalformedLine("label " + name + " is given twice", place - start);
    }
    labels.set(name, value);
  }

  private String bareName(boolean metric) {
    int from = at;
    while (at < end && isNameByte(bytes[at], at > from, metric)) {
      at++;
    }
    return new String(bytes, from, at - from, StandardCharsets.UTF_8);
  }

  private static boolean isNameByte(byte b, boolean digits, boolean colons) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || b == '_'
        || (digits && b >= '0' && b <= '9')
        || (colons && b == ':');
  }

  private String quotedText() throws MalformedLine {
    expect('"', "a quoted text");
    int from = at;
    boolean escaped = false;
    boolean ascii = true;
    while (at < end && bytes[at] != '"') {
      escaped |= bytes[at] == '\\';
      ascii &= bytes[at] >= 0;
      at += bytes[at] == '\\' ? 2 : 1;
    }
    if (at >= end) {
      throw new MalformedLine("expected a closing quote", end - start);
    }
    String text = ascii ? new String(bytes, from, at - from, StandardCharsets.UTF_8) : utf8(from);
    at++;
    return escaped ? unescape(text) : text;
  }

  // Replacing what is no UTF-8 would make one series of several.
  private String utf8(int from) throws MalformedLine {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, at - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedLine("invalid UTF-8 in a quoted text", from - start);
    }
  }

  // Any pair but these three stays as it is.
  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = c == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
      switch (next) {
        case 'n' -> out.append('\n');
        case '\\', '"' -> out.append(next);
        default -> out.append(c);
      }
      i += next == 'n' || next == '\\' || next == '"' ? 1 : 0;
    }
    return out.toString();
  }

  private void expect(char c, String wanted) throws MalformedLine {
    if (at >= end || bytes[at] != c) {
      throw new MalformedLine("expected " + wanted, Math.min(at, end) - start);
    }
    at++;
  }

  private void skipBlanks() {
    while (!strict && at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
  }
}
