package dev.firedrill.diagnostic;

/// A half-open range of a text, in UTF-16 code units (the units of [String#charAt]) from 0.
///
/// Lines, columns and byte offsets are derived when something is shown: see [SourceFile#position].
///
/// @param start the first unit
/// @param end one past the last unit; equal to `start` for a place between two characters
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /// {@return the empty span at `offset`}
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /// {@return the number of units covered}
  public int length() {
    return end - start;
  }

  /// {@return the smallest span that covers both}
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /// {@return this span moved by `distance` units}
  public Span shift(int distance) {
    return new Span(start + distance, end + distance);
  }

  /// {@return whether `offset` is inside}
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }
}
