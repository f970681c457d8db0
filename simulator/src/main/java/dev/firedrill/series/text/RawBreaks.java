package dev.firedrill.series.text;

import java.io.IOException;

/// Label values that hold line breaks as they are, which exposition text may have: Prometheus takes
/// all up to the closing quote.
final class RawBreaks {
  private final ByteLines lines;
  private int at;

  private RawBreaks(ByteLines lines, int at) {
    this.lines = lines;
    this.at = at;
  }

  /// Joins a line with those that follow, up to the one in which its labels end.
  ///
  /// @param from where the series starts, in bytes from the start of the line
  /// @return whether they do; where not, the line is of no more use
  static boolean join(ByteLines lines, int from) throws IOException {
    try {
      return new RawBreaks(lines, from).join();
    } catch (MalformedLine tooLong) {
      return false;
    }
  }

  private boolean join() throws IOException, MalformedLine {
    while (at < length() && current() != '}') {
      if (current() == '"' && !value()) {
        return false;
      }
      at++;
    }
    return at < length();
  }

  // Moves to the closing quote. What would follow a quote that opens another value is none.
  private boolean value() throws IOException, MalformedLine {
    at++;
    while (true) {
      if (at >= length()) {
        // An escaped line break is none of the three escapes.
        if (at > length() || !lines.extend()) {
          return false;
        }
      } else if (current() == '"') {
        return isFollowed();
      }
      at += current() == '\\' ? 2 : 1;
    }
  }

  private boolean isFollowed() {
    int next = at + 1;
    while (next < length() && (byteAt(next) == ' ' || byteAt(next) == '\t')) {
      next++;
    }
    return next < length() && (byteAt(next) == ',' || byteAt(next) == '}' || byteAt(next) == '=');
  }

  private int length() {
    return lines.end() - lines.start();
  }

  private byte current() {
    return byteAt(at);
  }

  private byte byteAt(int place) {
    return lines.bytes()[lines.start() + place];
  }
}
