package dev.firedrill.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML, element by element, each on lines of its own.
final class Xml {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private boolean tagOpen;

  Xml() {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /// Opens an element; attributes may follow.
  Xml open(String name) {
    closeTag("\n");
    out.append("  ".repeat(open.size())).append('<').append(name);
    open.push(name);
    tagOpen = true;
    return this;
  }

  /// Adds an attribute to the element opened last.
  Xml attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, true);
    out.append('"');
    return this;
  }

  /// Closes the element opened last.
  Xml close() {
    String name = open.pop();
    if (tagOpen) {
      out.append("/>\n");
      tagOpen = false;
    } else {
      out.append("  ".repeat(open.size())).append("</").append(name).append(">\n");
    }
    return this;
  }

  /// Closes the element opened last with a text in it.
  Xml close(String text) {
    String name = open.pop();
    closeTag("");
    escape(text, false);
    out.append("</").append(name).append(">\n");
    return this;
  }

  private void closeTag(String end) {
    if (tagOpen) {
      out.append('>').append(end);
      tagOpen = false;
    }
  }

  private void escape(String text, boolean attribute) {
    text.codePoints().forEach(c -> escape(c, attribute));
  }

  // Characters that XML cannot hold become the replacement character.
  private void escape(int c, boolean attribute) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append(attribute ? "&quot;" : "\"");
      case '\n', '\t', '\r' -> {
        if (attribute || c == '\r') {
          out.append("&#").append(c).append(';');
        } else {
          out.appendCodePoint(c);
        }
      }
      default -> {
        boolean allowed = c >= 0x20 && c != 0xfffe && c != 0xffff && !(c >= 0xd800 && c <= 0xdfff);
        out.appendCodePoint(allowed ? c : 0xfffd);
      }
    }
  }

  /// {@return the document}
  @Override
  public String toString() {
    return out.toString();
  }
}
