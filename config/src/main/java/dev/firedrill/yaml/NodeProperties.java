package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Span;

/// Steps over a node's anchor and tag.
final class NodeProperties {
  private NodeProperties() {}

  /// {@return what remains of a node without `&anchor` and `!tag`}
  static Span skip(String text, Span whole) {
    int at = whole.start();
    int end = whole.end();
    int afterProperties = at;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '&' || c == '!') {
        at = wordEnd(text, at, end);
        afterProperties = at;
      } else if (c == '#') {
        at = lineEnd(text, at, end);
      } else if (c <= ' ') {
        at++;
      } else {
        return new Span(at, end);
      }
    }
    return Span.at(afterProperties);
  }

  private static int wordEnd(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  private static int lineEnd(String text, int from, int end) {
    int at = from;
    while (at < end && !ScalarScanner.isBreak(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
