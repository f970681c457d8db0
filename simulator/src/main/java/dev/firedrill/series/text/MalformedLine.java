package dev.firedrill.series.text;

/// A line that is not in the format.
final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final int place;

  /// A line that is wrong from a byte on.
  ///
  /// @param place in bytes from the start of the line
  MalformedLine(String text, int place) {
    super(text);
    this.text = text;
    this.place = place;
  }

  /// {@return the same, of a line that starts some bytes before}
  MalformedLine indented(int indent) {
    return indent == 0 ? this : new MalformedLine(text, place + indent);
  }

  String text() {
    return text;
  }

  int place() {
    return place;
  }
}
