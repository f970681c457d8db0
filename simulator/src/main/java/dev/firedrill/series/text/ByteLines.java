package dev.firedrill.series.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream of bytes, one at a time in a buffer that is used again.
final class ByteLines {
  // Far more than any series takes, and little enough to be held in memory.
  private static final int MOST = 1 << 24;

  private static final int SHOWN = 60;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private int lineStart;
  private int lineEnd;
  private boolean terminated;
  private int number;
  private int joined;
  private long offset;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /// Moves to the next line.
  ///
  /// @return false after the last
  /// @throws MalformedLine where it is longer than any line of a recording
  boolean next() throws IOException, MalformedLine {
    offset += number == 0 ? 0 : lineEnd - lineStart + (terminated ? 1 : 0);
    boolean found = find(start);
    number += found ? 1 + joined : 0;
    joined = 0;
    return found;
  }

  /// Takes the next line in, as a part of this one with the line break between them.
  ///
  /// @return false where nothing follows
  /// @throws MalformedLine where they are longer than any line of a recording
  boolean extend() throws IOException, MalformedLine {
    if (!terminated) {
      return false;
    }
    start = lineStart;
    joined++;
    return find(lineEnd + 1);
  }

  // Looks for the end of the line that starts at start.
  private boolean find(int from) throws IOException, MalformedLine {
    int searched = from;
    while (true) {
      for (int i = searched; i < end; i++) {
        if (buffer[i] == '\n') {
          take(i, true);
          return true;
        }
      }
      searched = end - start;
      if (searched >= MOST) {
        take(start + SHOWN, false);
        number += joined == 0 ? 1 : 0;
        throw new MalformedLine("a line of more than 16 MiB", 0);
      }
      if (!fill()) {
        if (start == end) {
          return false;
        }
        take(end, false);
        return true;
      }
      searched += start;
    }
  }

  private void take(int until, boolean lineBreak) {
    lineStart = start;
    lineEnd = until;
    terminated = lineBreak;
    start = lineBreak ? until + 1 : until;
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read > 0) {
      end += read;
    }
    return read > 0;
  }

  /// {@return the bytes that hold the line}
  byte[] bytes() {
    return buffer;
  }

  /// {@return where the line starts in [#bytes]}
  int start() {
    return lineStart;
  }

  /// {@return where the line ends in [#bytes], without its line break}
  int end() {
    return lineEnd;
  }

  /// {@return the number of the line, from 1; of joined ones that of the first}
  int number() {
    return number;
  }

  /// {@return how many bytes come before the line}
  long offset() {
    return offset;
  }

  /// {@return whether a line break ends the line}
  boolean terminated() {
    return terminated;
  }
}
