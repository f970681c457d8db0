package dev.firedrill.diagnostic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text as its reader sees it (an expression, a template, the value of a YAML scalar), and where
/// in the file each of its characters stands.
///
/// The two differ wherever the file's own syntax comes between: quotes, escapes, folded lines,
/// indentation. Where they do not, nothing is kept but the place of the first character.
public final class SourceText {
  private final SourceFile file;
  private final String text;
  private final Span whole;
  private final int @Nullable [] starts;
  private final int @Nullable [] ends;

  private SourceText(
      SourceFile file, String text, Span whole, int @Nullable [] starts, int @Nullable [] ends) {
    this.file = file;
    this.text = text;
    this.whole = whole;
    this.starts = starts;
    this.ends = ends;
  }

  /// {@return the whole of a file as one text}
  public static SourceText of(SourceFile file) {
    return new SourceText(file, file.text(), new Span(0, file.text().length()), null, null);
  }

  /// {@return the part of a file that `span` covers, character for character}
  public static SourceText of(SourceFile file, Span span) {
    String text = file.text().substring(span.start(), span.end());
    return new SourceText(file, text, span, null, null);
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
    return new SourceText(file, text, whole, starts.clone(), ends.clone());
  }

  /// A text of which no more is known than that it was read from `whole`.
  public static SourceText unmapped(SourceFile file, String text, Span whole) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    Arrays.fill(starts, whole.start());
    Arrays.fill(ends, whole.end());
    return new SourceText(file, text, whole, starts, ends);
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
    int start = startOf(Math.min(span.start(), text.length()));
    if (span.length() == 0) {
      return new Location(file, Span.at(start));
    }
    int last = Math.min(span.end(), text.length()) - 1;
    int end = last < 0 ? start : endOf(last);
    return new Location(file, new Span(start, Math.max(start, end)));
  }

  private int startOf(int index) {
    if (index == text.length()) {
      return whole.end();
    }
    return starts == null ? whole.start() + index : starts[index];
  }

  private int endOf(int index) {
    return ends == null ? whole.start() + index + 1 : ends[index];
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
