package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.edit.EditRefused;
import dev.firedrill.yaml.edit.ScalarText;
import java.util.ArrayList;
import java.util.List;

/// Writes another text into the scalar of an expression: on one line in the style it has, or as a
/// block of lines.
final class ExprLayout {
  private static final int INDENT = 2;

  private final ScalarNode scalar;
  private final Location mapping;
  private final SourceFile file;
  private final String text;

  /// @param mapping the rule that the scalar stands in
  ExprLayout(ScalarNode scalar, Location mapping) {
    this.scalar = scalar;
    this.mapping = mapping;
    this.file = scalar.location().file();
    this.text = file.text();
  }

  /// {@return whether the scalar may be a block: it stands in the rule itself, and the rule is not
  ///     in braces}
  boolean mayBeBlock() {
    return isOwn() && text.charAt(mapping.span().start()) != '{';
  }

  /// {@return whether the scalar is written in the rule itself}
  boolean isOwn() {
    Span span = mapping.span();
    Span own = scalar.written().span();
    return span.start() <= own.start() && own.end() <= span.end() && !scalar.isAlias();
  }

  /// {@return whether the scalar has a name by which it can stand elsewhere, too}
  boolean isShared() {
    int start = scalar.written().span().start();
    int value = scalar.location().span().start();
    return scalar.isAlias() || text.substring(start, value).indexOf('&') >= 0;
  }

  /// {@return the edits that put a text on one line; none where it stands there}
  List<TextEdit> onOneLine(String value) throws EditRefused {
    if (scalar.style().isBlock()) {
      return block(value);
    }
    // Braces, brackets and commas do no harm outside of braces and brackets.
    boolean flow = !mayBeBlock();
    ScalarKind kind = ScalarKind.of(value, ScalarStyle.PLAIN, null, YamlDialect.GO_V2);
    boolean number = kind == ScalarKind.INT || kind == ScalarKind.FLOAT;
    kind = number && scalar.kind() != ScalarKind.STRING ? kind : ScalarKind.STRING;
    return List.of(
        edit(scalar.location().span(), ScalarText.of(value, scalar.style(), kind, flow)));
  }

  /// {@return the edits that put a text of one or more lines into a block}
  List<TextEdit> block(String value) throws EditRefused {
    return scalar.style().isBlock() ? intoBlock(value) : asBlock(value);
  }

  private List<TextEdit> intoBlock(String value) throws EditRefused {
    int start = scalar.location().span().start();
    int end = start + 1;
    while (end < text.length() && "+-0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String header = text.substring(start, end);
    int indent = value.startsWith(" ") ? parentIndent() + INDENT : contentIndent();
    boolean folded = scalar.style() == ScalarStyle.FOLDED && value.indexOf('\n') < 0;
    String chomping = header.contains("-") ? "-" : header.contains("+") ? "+" : "";
    String wanted = (folded ? ">" : "|") + indicator(value) + chomping;
    List<TextEdit> edits = new ArrayList<>();
    if (!wanted.equals(header)) {
      edits.add(edit(new Span(start, end), wanted));
    }
    int lineEnd = lineEnd(end);
    edits.add(
        edit(new Span(lineEnd, Math.max(lineEnd, trimmedEnd())), lines(value, indent, lineEnd)));
    return edits;
  }

  private List<TextEdit> asBlock(String value) throws EditRefused {
    int indent = parentIndent() + INDENT;
    String header = "|" + indicator(value);
    Span span = scalar.location().span();
    int start = afterKey(span.start());
    if (start < span.start()) {
      header = " " + header;
    }
    int lineEnd = lineEnd(span.end());
    String rest = text.substring(span.end(), lineEnd);
    String lines = lines(value, indent, lineEnd);
    if (rest.isBlank()) {
      return List.of(edit(new Span(start, lineEnd), header + lines));
    }
    if (rest.stripLeading().startsWith("#")) {
      return List.of(edit(new Span(start, span.end()), header), edit(Span.at(lineEnd), lines));
    }
    throw new EditRefused("it shares its line with other things", scalar.written());
  }

  // A value that starts on the line after its key moves up to it, where nothing is in between.
  private int afterKey(int start) {
    int at = start;
    while (at > 0 && text.charAt(at - 1) <= ' ') {
      at--;
    }
    boolean below = text.substring(at, start).indexOf('\n') >= 0;
    return below && at > 0 && text.charAt(at - 1) == ':' ? at : start;
  }

  // Lines of a block may not stand before its first one, unless the block says how far it is in.
  private String indicator(String value) throws EditRefused {
    if (!value.startsWith(" ")) {
      return "";
    }
    if (!mayBeBlock()) {
      throw new EditRefused("its indentation cannot be written", scalar.written());
    }
    return Integer.toString(INDENT);
  }

  private int parentIndent() throws EditRefused {
    int start = mapping.span().start();
    String before = text.substring(lineStart(start), start);
    if (before.indexOf('\t') >= 0) {
      throw new EditRefused("there is a tab in the indentation", scalar.written());
    }
    return before.codePointCount(0, before.length());
  }

  // The blanks that a value starts with are not part of it.
  private int contentIndent() throws EditRefused {
    String value = scalar.text();
    int first = 0;
    while (first < value.length() && value.charAt(first) == '\n') {
      first++;
    }
    int place = scalar.value().locate(new Span(first, first + 1)).span().start();
    int indent = place - lineStart(place);
    boolean blanks = text.substring(lineStart(place), place).chars().allMatch(c -> c == ' ');
    if (first == value.length() || !blanks || indent == 0) {
      throw new EditRefused("its indentation is not clear", scalar.written());
    }
    return indent;
  }

  private String lines(String value, int indent, int near) {
    String lineBreak = lineBreak(near);
    String margin = " ".repeat(indent);
    StringBuilder out = new StringBuilder();
    for (String line : value.split("\n", -1)) {
      out.append(lineBreak).append(line.isEmpty() ? "" : margin + line);
    }
    return out.toString();
  }

  private int trimmedEnd() {
    int end = scalar.location().span().end();
    while (end > 0 && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private TextEdit edit(Span span, String replacement) {
    return new TextEdit(new Location(file, span), replacement);
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /// Before the line break that ends the line of a place.
  private int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private String lineBreak(int lineEnd) {
    if (lineEnd < text.length()) {
      return text.startsWith("\r\n", lineEnd) ? "\r\n" : "\n";
    }
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}
