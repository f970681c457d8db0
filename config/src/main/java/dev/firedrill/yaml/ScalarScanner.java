package dev.firedrill.yaml;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import java.util.Arrays;

/// Reads a scalar's characters once more, to learn which characters of the file made which
/// character of the value: YAML parsers only tell where a scalar starts and ends.
///
/// What comes out is compared with the parser's value. Should the two ever differ, the whole scalar
/// stands for each of its characters.
final class ScalarScanner {
  private final String text;
  private final int end;
  private int at;
  private final StringBuilder value = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  private ScalarScanner(String text, Span range) {
    this.text = text;
    this.at = range.start();
    this.end = range.end();
  }

  /// {@return the value of a scalar with the place of each character}
  /// @param range the scalar with its quotes or block header, without anchor and tag
  /// @param expected the value as the YAML parser read it
  /// @param mended whether the parser read something else than what is in the file
  static SourceText scan(
      SourceFile file, Span range, ScalarStyle style, String expected, boolean mended) {
    Span inner = inner(range, style);
    if (!style.isBlock()
        && inner.length() == expected.length()
        && file.text().startsWith(expected, inner.start())) {
      return SourceText.of(file, inner);
    }
    ScalarScanner scanner = new ScalarScanner(file.text(), style.isBlock() ? range : inner);
    scanner.run(style, expected);
    return scanner.result(file, inner, mended ? scanner.value.toString() : expected);
  }

  private static Span inner(Span range, ScalarStyle style) {
    boolean quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
    return quoted && range.length() >= 2 ? new Span(range.start() + 1, range.end() - 1) : range;
  }

  private void run(ScalarStyle style, String expected) {
    switch (style) {
      case PLAIN -> flow(false, false);
      case SINGLE_QUOTED -> flow(true, false);
      case DOUBLE_QUOTED -> flow(false, true);
      case LITERAL, FOLDED -> new BlockScanner(this, style).scan(expected);
    }
  }

  private SourceText result(SourceFile file, Span inner, String expected) {
    int length = value.length();
    if (!value.toString().equals(expected)) {
      return SourceText.unmapped(file, expected, inner);
    }
    int last = length == 0 ? inner.end() : Math.max(ends[length - 1], inner.start());
    Span whole = new Span(inner.start(), Math.max(last, Math.min(inner.end(), last)));
    return SourceText.mapped(
        file, expected, Arrays.copyOf(starts, length), Arrays.copyOf(ends, length), whole);
  }

  private void flow(boolean doubledQuotes, boolean escapes) {
    while (at < end) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || isBreak(c)) {
        whitespace();
      } else if (doubledQuotes && c == '\'') {
        emit('\'', at, at + 2);
        at += 2;
      } else if (escapes && c == '\\') {
        escape();
      } else {
        emit(c, at, at + 1);
        at++;
      }
    }
  }

  /// White space within a line stands for itself; around a line break it folds into one space, or
  /// into the empty lines between.
  private void whitespace() {
    int start = at;
    skipBlanks();
    if (at >= end || !isBreak(text.charAt(at))) {
      for (int i = start; i < at; i++) {
        emit(text.charAt(i), i, i + 1);
      }
      return;
    }
    char kind = text.charAt(at);
    int breakStart = at;
    at += breakLength(at);
    int emitted = value.length();
    if (isKeptBreak(kind)) {
      emit(kind, breakStart, at);
    }
    emptyLines();
    if (value.length() == emitted) {
      emit(' ', start, at);
    }
  }

  private void emptyLines() {
    skipBlanks();
    while (at < end && isBreak(text.charAt(at))) {
      int length = breakLength(at);
      emit(asBreak(text.charAt(at)), at, at + length);
      at += length;
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void escape() {
    int start = at;
    char c = at + 1 < end ? text.charAt(at + 1) : '\\';
    if (isBreak(c)) {
      at++;
      at += breakLength(at);
      emptyLines();
      return;
    }
    int digits = DoubleQuoteEscapes.hexDigits(c);
    at = Math.min(end, start + 2 + digits);
    int codePoint = DoubleQuoteEscapes.codePoint(c, text, start + 2, at);
    if (Character.isBmpCodePoint(codePoint)) {
      emit((char) codePoint, start, at);
    } else {
      emit(Character.highSurrogate(codePoint), start, at);
      emit(Character.lowSurrogate(codePoint), start, at);
    }
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  void emit(char c, int start, int stop) {
    int length = value.length();
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, length * 2);
      ends = Arrays.copyOf(ends, length * 2);
    }
    starts[length] = start;
    ends[length] = stop;
    value.append(c);
  }

  int breakLength(int index) {
    return text.charAt(index) == '\r' && index + 1 < text.length() && text.charAt(index + 1) == '\n'
        ? 2
        : 1;
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || isKeptBreak(c);
  }

  /// The line and paragraph separators stay what they are where others become a line feed.
  static boolean isKeptBreak(char c) {
    return c == '\u2028' || c == '\u2029';
  }

  static char asBreak(char c) {
    return isKeptBreak(c) ? c : '\n';
  }
}
