package dev.firedrill.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A file's text, as diagnostics quote it. Also stands for text that came without a file: standard
/// input, or an expression given as an argument.
public final class SourceFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String path;
  private final String text;
  private final int bytesBefore;
  private final int linesBefore;
  private final int columnsBefore;
  private final boolean lines;
  private volatile int[] lineStarts = {};
  private volatile int[] lineBytes = {};

  private SourceFile(
      String path,
      String text,
      int bytesBefore,
      int linesBefore,
      int columnsBefore,
      boolean lines) {
    this.path = path;
    this.text = text;
    this.bytesBefore = bytesBefore;
    this.linesBefore = linesBefore;
    this.columnsBefore = columnsBefore;
    this.lines = lines;
  }

  /// A file of the given text.
  ///
  /// @param path as the user gave it; printed as it is
  /// @param text the decoded text; a byte order mark at its start is taken off and only counted in
  ///     byte offsets
  public static SourceFile of(String path, String text) {
    return text.startsWith(BYTE_ORDER_MARK)
        ? new SourceFile(path, text.substring(1), 3, 0, 0, true)
        : new SourceFile(path, text, 0, 0, 0, true);
  }

  /// A few lines of a file too large to be held as a whole.
  ///
  /// @param text the lines
  /// @param firstLine the number of the first of them, from 1
  /// @param offset how many bytes come before them; counted up to 2 GiB
  public static SourceFile excerpt(String path, String text, int firstLine, long offset) {
    return excerpt(path, text, firstLine, 0, offset);
  }

  /// A few lines of a file too large to be held as a whole, the first of them from its middle on.
  ///
  /// @param text the lines
  /// @param firstLine the number of the first of them, from 1
  /// @param columns how many columns of this one come before the text
  /// @param offset how many bytes come before the text; counted up to 2 GiB
  public static SourceFile excerpt(
      String path, String text, int firstLine, int columns, long offset) {
    int before = (int) Math.min(offset, Integer.MAX_VALUE - 4L * text.length());
    return new SourceFile(path, text, before, firstLine - 1, columns, true);
  }

  /// A file of which nothing can be shown: it holds no text.
  ///
  /// @param offset how many bytes come before the place in question; counted up to 2 GiB
  public static SourceFile binary(String path, long offset) {
    return new SourceFile(path, "", (int) Math.min(offset, Integer.MAX_VALUE), 0, 0, false);
  }

  /// {@return whether lines of it can be shown}
  public boolean isText() {
    return lines;
  }

  /// {@return the path as the user gave it}
  public String path() {
    return path;
  }

  /// {@return the text, without a byte order mark}
  public String text() {
    return text;
  }

  /// {@return the file with other text: same path, and a byte order mark if it had one}
  public SourceFile withText(String other) {
    return new SourceFile(path, other, bytesBefore, linesBefore, columnsBefore, lines);
  }

  /// {@return what is on disk: the text in UTF-8, after the byte order mark if there was one}
  public byte[] bytes() {
    String all =
        bytesBefore == 0 || linesBefore > 0 || columnsBefore > 0 ? text : BYTE_ORDER_MARK + text;
    return all.getBytes(StandardCharsets.UTF_8);
  }

  /// {@return line, column and byte offset of a place}
  /// @param offset in UTF-16 units from the start of [#text]; past the end means the end
  public Position position(int offset) {
    int place = Math.min(offset, text.length());
    int line = lineOf(place);
    int start = lineStart(line);
    int before = start == 0 ? columnsBefore : 0;
    int column = before + text.codePointCount(start, place) + 1;
    return new Position(line, column, bytesBefore + bytesToLine(line) + utf8Length(start, place));
  }

  /// {@return the number of the last line; at least 1}
  public int lineCount() {
    return linesBefore + lineStarts().length;
  }

  /// {@return the text of a line without its line break}
  /// @param line from 1
  public String line(int line) {
    int[] starts = lineStarts();
    int index = line - 1 - linesBefore;
    int start = starts[index];
    int end = index + 1 < starts.length ? starts[index + 1] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return ByteText.shown(text.substring(start, end));
  }

  /// {@return where a line starts, in UTF-16 units}
  /// @param line from 1
  public int lineStart(int line) {
    return lineStarts()[line - 1 - linesBefore];
  }

  /// {@return the line of a place, from 1}
  /// @param offset in UTF-16 units from the start of [#text]; past the end means the end
  public int lineOf(int offset) {
    int index = Arrays.binarySearch(lineStarts(), offset);
    return linesBefore + (index >= 0 ? index + 1 : -index - 1);
  }

  /// {@return the bytes from the start of the text to a line; counted once, as files have many
  /// findings}
  private int bytesToLine(int line) {
    if (lineBytes.length == 0) {
      int[] starts = lineStarts();
      int[] bytes = new int[starts.length];
      for (int i = 1; i < starts.length; i++) {
        bytes[i] = bytes[i - 1] + utf8Length(starts[i - 1], starts[i]);
      }
      lineBytes = bytes;
    }
    return lineBytes[line - 1 - linesBefore];
  }

  private int utf8Length(int start, int end) {
    int bytes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        // Both halves of a pair make two bytes each.
        bytes += ByteText.isLone(text, i) ? 1 : 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known.length == 0) {
      known = findLineStarts();
      lineStarts = known;
    }
    return known;
  }

  private int[] findLineStarts() {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean lone = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (c == '\n' || lone) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return path;
  }
}
