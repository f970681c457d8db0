package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/// A YAML file with one scalar of interest: what its value is, and where each UTF-16 unit of the
/// value stands. Written from YAML's rules, not from the reader.
final class RenderedScalar {
  /// How the scalar is written.
  ///
  /// @param indent spaces by which its further lines are indented beyond their parent
  /// @param newline the file's line break
  /// @param byteOrderMark whether the file starts with one
  /// @param properties anchor and tag before the scalar
  /// @param chomping `-`, `+` or nothing, for blocks
  /// @param indicator whether a block says its indentation
  /// @param before what stands before it in the file
  /// @param blankLines after a block
  record Settings(
      int indent,
      String newline,
      boolean byteOrderMark,
      String properties,
      String chomping,
      boolean indicator,
      String before,
      int blankLines) {}

  private static final String PARENT = "    ";

  private final Settings settings;
  private final StringBuilder file = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final List<Span> places = new ArrayList<>();

  private RenderedScalar(Settings settings) {
    this.settings = settings;
  }

  static RenderedScalar of(List<String> lines, ScalarStyle style, Settings settings) {
    RenderedScalar rendered = new RenderedScalar(settings);
    rendered.raw(settings.before().replace("\n", settings.newline()));
    rendered.raw("list:" + settings.newline());
    rendered.raw("  - value: " + settings.properties());
    switch (style) {
      case PLAIN -> rendered.flow(rendered.plainLines(lines), "", PlainEscapes.NONE);
      case SINGLE_QUOTED -> rendered.flow(stripped(lines), "'", PlainEscapes.DOUBLED);
      case DOUBLE_QUOTED -> rendered.flow(stripped(lines), "\"", PlainEscapes.BACKSLASH);
      case LITERAL -> rendered.block(printable(lines), '|');
      case FOLDED -> rendered.block(printable(lines), '>');
    }
    rendered.raw(PARENT + "after: x" + settings.newline());
    return rendered;
  }

  String file() {
    return (settings.byteOrderMark() ? "\uFEFF" : "") + file;
  }

  String value() {
    return value.toString();
  }

  List<Span> places() {
    return places;
  }

  @Override
  public String toString() {
    return file().replace("\r", "\\r").replace("\t", "\\t");
  }

  private enum PlainEscapes {
    NONE,
    DOUBLED,
    BACKSLASH
  }

  private static List<String> printable(List<String> lines) {
    return lines.stream().map(line -> line.replace('\u00a0', '_')).toList();
  }

  /// In quotes, white space around line breaks is not part of the value.
  private static List<String> stripped(List<String> lines) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      result.add(strip(line, i > 0, i < lines.size() - 1));
    }
    return result;
  }

  private static String strip(String line, boolean start, boolean end) {
    int from = 0;
    int to = line.length();
    while (start && from < to && " \t".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    while (end && to > from && " \t".indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return line.substring(from, to);
  }

  /// Without quotes, a text starts with a letter and has no tabs; empty lines only in the middle.
  private List<String> plainLines(List<String> lines) {
    List<String> result = new ArrayList<>();
    for (String line : lines) {
      String plain = strip(line.replace('\t', ' '), true, true);
      result.add(plain.isEmpty() ? plain : "p" + plain);
    }
    if (result.getFirst().isEmpty()) {
      result.set(0, "p");
    }
    if (result.getLast().isEmpty()) {
      result.set(result.size() - 1, "p");
    }
    return result;
  }

  /// Lines joined by folding: one line break is a space, each further one a line feed.
  private void flow(List<String> lines, String quote, PlainEscapes escapes) {
    raw(quote);
    text(lines.getFirst(), escapes);
    int index = 1;
    while (index < lines.size()) {
      int foldStart = file.length();
      int next = index;
      while (next < lines.size() - 1 && lines.get(next).isEmpty()) {
        next++;
      }
      raw(settings.newline());
      for (int i = index; i < next; i++) {
        int breakStart = file.length();
        raw(settings.newline());
        emit("\n", new Span(breakStart, file.length()));
      }
      raw(PARENT + " ".repeat(settings.indent()));
      if (next == index) {
        emit(" ", new Span(foldStart, file.length()));
      }
      text(lines.get(next), escapes);
      index = next + 1;
    }
    raw(quote + settings.newline());
  }

  private void text(String text, PlainEscapes escapes) {
    text.codePoints()
        .forEach(
            codePoint -> {
              String plain = Character.toString(codePoint);
              String written =
                  switch (escapes) {
                    case NONE -> plain;
                    case DOUBLED -> plain.equals("'") ? "''" : plain;
                    case BACKSLASH -> escaped(codePoint, plain);
                  };
              character(plain, written);
            });
  }

  private String escaped(int codePoint, String plain) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\t' -> settings.indent() % 2 == 0 ? "\\t" : plain;
      case '\u00a0' -> settings.indent() % 2 == 0 ? "\\_" : "\\xa0";
      case 'é' -> settings.indent() % 3 == 0 ? "\\u00e9" : plain;
      case 0x1f525 -> settings.indent() % 2 == 0 ? "\\U0001f525" : plain;
      default -> plain;
    };
  }

  /// A character written as itself has a place for each unit; an escape is one place for all.
  private void character(String plain, String written) {
    int start = file.length();
    raw(written);
    if (plain.equals(written)) {
      for (int i = 0; i < plain.length(); i++) {
        emit(plain.substring(i, i + 1), new Span(start + i, start + i + 1));
      }
    } else {
      emit(plain, new Span(start, file.length()));
    }
  }

  private void block(List<String> lines, char kind) {
    List<String> content = new ArrayList<>(lines);
    content.replaceAll(line -> line.isBlank() ? "" : line);
    if (content.getLast().isEmpty()) {
      content.set(content.size() - 1, "end");
    }
    String first = content.stream().filter(line -> !line.isEmpty()).findFirst().orElseThrow();
    boolean indicator = settings.indicator() || first.startsWith(" ") || first.startsWith("\t");
    raw(kind + (indicator ? Integer.toString(settings.indent()) : "") + settings.chomping());
    raw(settings.newline());
    int index = 0;
    while (index < content.size()) {
      index = blockLine(content, index, kind == '>');
    }
    for (int i = 0; i < settings.blankLines(); i++) {
      int start = file.length();
      raw(settings.newline());
      if (settings.chomping().equals("+")) {
        emit("\n", new Span(start, file.length()));
      }
    }
  }

  private int blockLine(List<String> content, int index, boolean folded) {
    String line = content.get(index);
    if (line.isEmpty()) {
      breakAs("\n");
      return index + 1;
    }
    raw(PARENT + " ".repeat(settings.indent()));
    text(line, PlainEscapes.NONE);
    int next = index + 1;
    while (next < content.size() && content.get(next).isEmpty()) {
      next++;
    }
    if (next == content.size()) {
      breakAs(settings.chomping().equals("-") ? "" : "\n");
      return next;
    }
    boolean folds = folded && !isIndented(line) && !isIndented(content.get(next));
    if (!folds) {
      breakAs("\n");
    } else if (next == index + 1) {
      int start = file.length();
      raw(settings.newline());
      emit(" ", new Span(start, file.length() + PARENT.length() + settings.indent()));
    } else {
      breakAs("");
    }
    return index + 1;
  }

  private static boolean isIndented(String line) {
    return line.startsWith(" ") || line.startsWith("\t");
  }

  private void breakAs(String meaning) {
    int start = file.length();
    raw(settings.newline());
    emit(meaning, new Span(start, file.length()));
  }

  private void emit(String text, Span place) {
    value.append(text);
    for (int i = 0; i < text.length(); i++) {
      places.add(place);
    }
  }

  private void raw(String text) {
    file.append(text);
  }
}
