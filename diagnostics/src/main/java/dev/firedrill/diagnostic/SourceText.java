package dev.firedrill.diagnostic;

import java.util.Arrays;

/// A text as its reader sees it (an expression, a template, the value of a YAML scalar), and where
/// in the file each of its characters stands.
///
/// The two differ wherever the file's own syntax comes between: quotes, escapes, folded lines,
/// indentation.
public final class SourceText {
  private final SourceFile file;
  private final String text;
  private final int[] starts;
  private final int[] ends;

  private SourceText(SourceFile file, String text, int[] starts, int[] ends) {
    this.file = file;
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  /// {@return the whole of a file as one text}
  public static SourceText of(SourceFile file) {
    return of(file, new Span(0, file.text().length()));
  }

  /// {@return the part of a file that `span` covers, character for character}
  public static SourceText of(SourceFile file, Span span) {
    int[] starts = new int[span.length()];
    Arrays.setAll(starts, i -> span.start() + i);
    int[] ends = new int[span.length()];
    Arrays.setAll(ends, i -> span.start() + i + 1);
    String text = file.text().substring(span.start(), span.end());
    return new SourceText(file, text, anchored(starts, span), ends);
  }

  /// A text whose characters stand at given places of the file.
  ///
  /// @param text the text as read
  /// @param starts for each UTF-16 unit of `text`, where what it was read from starts in the file
  /// @param ends for each UTF-16 unit of `text`, where what it was read from ends, exclusive
  /// @param whole the span of the file that holds the text; its end is where the text ends
  public static SourceText mapped(
      SourceFile file, String text, int[] starts, int[] ends, Span whole) {
    if (starts.length != text.length() || ends.length != text.length()) {
      throw new IllegalArgumentException("one place a character is wanted");
    }
    return new SourceText(file, text, anchored(starts, whole), ends.clone());
  }

  private static int[] anchored(int[] starts, Span whole) {
    int[] withEnd = Arrays.copyOf(starts, starts.length + 1);
    withEnd[starts.length] = whole.end();
    return withEnd;
  }

  /// {@return the file the text was read from}
  public SourceFile file() {
    return file;
  }

  /// {@return the text as its reader sees it}
  public String text() {
    return text;
  }

  /// {@return where a span of this text stands in the file; places past the end are moved to it}
  public Location locate(Span span) {
    int start = starts[Math.min(span.start(), text.length())];
    if (span.length() == 0) {
      return new Location(file, Span.at(start));
    }
    int last = Math.min(span.end(), text.length()) - 1;
    int end = last < 0 ? start : ends[last];
    return new Location(file, new Span(start, Math.max(start, end)));
  }

  /// {@return where the whole text stands in the file}
  public Location location() {
    return locate(new Span(0, text.length()));
  }

  @Override
  public String toString() {
    return text;
  }
}
