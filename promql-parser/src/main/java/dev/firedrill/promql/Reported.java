package dev.firedrill.promql;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/// Which of the errors that Prometheus finds are told to a person, and where to look.
final class Reported {
  private Reported() {}

  /// {@return one error for each cause}
  ///
  /// @param broken whether the text does not fit the grammar; what else is found in it then follows
  ///     from that
  static List<ParseError> of(String text, List<ParseError> errors, boolean broken) {
    List<ParseError> reported = new ArrayList<>();
    // Errors may be thousands; those of one cause follow each other.
    Span last = null;
    for (ParseError error : errors) {
      if (last == null || (!broken && !overlap(last, error.span()))) {
        reported.add(narrowed(text, error));
        last = error.span();
      }
    }
    return reported;
  }

  private static boolean overlap(Span first, Span second) {
    return first.start() < second.end() && second.start() < first.end();
  }

  /// Prometheus's range of an error in the midst of a token goes on to the end of the text.
  private static ParseError narrowed(String text, ParseError error) {
    int start = error.span().start();
    boolean character =
        error.message().startsWith("unexpected character")
            || error.message().startsWith("unterminated");
    if (!character || start >= text.length()) {
      return error;
    }
    int end = start + Character.charCount(text.codePointAt(start));
    return error.at(new Span(start, end));
  }
}
