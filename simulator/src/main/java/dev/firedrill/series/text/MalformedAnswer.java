package dev.firedrill.series.text;

/// Says what is wrong in an answer of the query API, and where.
final class MalformedAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final long place;

  /// @param text the problem, for people
  /// @param place in characters from the start of the answer
  MalformedAnswer(String text, long place) {
    super(text);
    this.text = text;
    this.place = place;
  }

  /// {@return the problem, for people}
  String text() {
    return text;
  }

  /// {@return where it is, in characters from the start of the answer}
  long place() {
    return place;
  }
}
