package dev.firedrill.series.text;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// The text of an answer, which may be too large for memory: of what is wrong in it, only the
/// surroundings are kept, for which it is gone over once more.
///
/// @param path what messages name
/// @param opener opens it at its start
record AnswerText(String path, Opener opener) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int SURROUNDINGS = 500;

  /// Opens a text at its start.
  @FunctionalInterface
  interface Opener {
    /// {@return the text}
    ///
    /// @throws IOException if it cannot be read
    Reader open() throws IOException;
  }

  /// {@return the text behind its byte order mark, if it has one}
  ///
  /// @throws IOException if it cannot be read
  Reader open() throws IOException {
    return behindMark(opener.open());
  }

  private static Reader behindMark(Reader text) throws IOException {
    Reader marked = text.markSupported() ? text : new BufferedReader(text);
    marked.mark(1);
    if (marked.read() != BYTE_ORDER_MARK) {
      marked.reset();
    }
    return marked;
  }

  /// {@return a place with what stands around it}
  ///
  /// @param offset in characters from the start, a byte order mark not counted
  /// @throws IOException if it cannot be read
  Location place(long offset) throws IOException {
    try (Reader in = new BufferedReader(opener.open())) {
      return new Surroundings(in).of(path, offset);
    }
  }

  /// What stands around a place: of its line so much as people can take in.
  private static final class Surroundings {
    private final Reader in;
    private final StringBuilder line = new StringBuilder();
    private int number = 1;
    private int columns;
    private long bytes;
    private boolean atBreak;

    Surroundings(Reader in) {
      this.in = in;
    }

    Location of(String path, long offset) throws IOException {
      int next = in.read();
      if (next == BYTE_ORDER_MARK) {
        bytes = 3;
        next = in.read();
      }
      long left = offset;
      while (next >= 0 && left > 0) {
        pass((char) next);
        left--;
        next = in.read();
      }
      if (atBreak && next != '\n') {
        startLine();
      }
      int place = line.length();
      for (int i = 0; i < SURROUNDINGS && next >= 0 && next != '\n' && next != '\r'; i++) {
        line.append((char) next);
        next = in.read();
      }
      SourceFile file = SourceFile.excerpt(path, line.toString(), number, columns, bytes);
      return new Location(file, Span.at(place));
    }

    // A carriage return ends a line where no line feed follows.
    private void pass(char c) {
      if (atBreak && (c != '\n' || line.charAt(line.length() - 1) == '\n')) {
        startLine();
      }
      line.append(c);
      atBreak = c == '\n' || c == '\r';
      if (line.length() > 2 * SURROUNDINGS && !atBreak) {
        forget(line.length() - SURROUNDINGS);
      }
    }

    private void startLine() {
      forget(line.length());
      number++;
      columns = 0;
      atBreak = false;
    }

    private void forget(int most) {
      boolean pair = most < line.length() && Character.isLowSurrogate(line.charAt(most));
      int count = pair ? most - 1 : most;
      columns += line.codePointCount(0, count);
      for (int i = 0; i < count; i++) {
        char c = line.charAt(i);
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
      }
      line.delete(0, count);
    }
  }
}
