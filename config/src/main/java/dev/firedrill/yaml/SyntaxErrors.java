package dev.firedrill.yaml;

import dev.firedrill.diagnostic.ByteText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Words the parser's errors: where the mistake is, rather than where the parser noticed it, and
/// what to do about it.
final class SyntaxErrors {
  private static final String CHECK = "yaml/syntax";

  private final SourceFile file;
  private final String text;
  private final Offsets offsets;

  SyntaxErrors(SourceFile file, Offsets offsets) {
    this.file = file;
    this.text = file.text();
    this.offsets = offsets;
  }

  YamlSyntaxError of(YAMLException error) {
    if (error instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      return new YamlSyntaxError(diagnostic(marked), GoSyntaxText.of(marked, text, offsets));
    }
    int at = error instanceof ReaderException reader ? offsets.units(reader.getPosition()) : 0;
    if (at < text.length() && ByteText.isByte(text.charAt(at))) {
      return notUtf8(at);
    }
    String utf16 = at < text.length() ? ByteText.utf16Problem(text, at) : "";
    if (!utf16.isEmpty()) {
      return new YamlSyntaxError(
          Diagnostic.error(CHECK, "this is no UTF-16: " + utf16, character(at))
              .withHelp("save the file in UTF-8"),
          utf16);
    }
    String message = "control characters are not allowed";
    return new YamlSyntaxError(
        Diagnostic.error(CHECK, message, character(at))
            .withHelp("remove the character, or write it as an escape in double quotes"),
        message);
  }

  private YamlSyntaxError notUtf8(int at) {
    String problem = ByteText.problem(text, at);
    int octet = ByteText.byteAt(text, at);
    String hex = Integer.toHexString(octet).toUpperCase(Locale.ROOT);
    // The printable characters of Latin-1 are where bytes like these come from mostly.
    String latin = octet >= 0xA1 ? " ('" + (char) octet + "' in Latin-1)" : "";
    return new YamlSyntaxError(
        Diagnostic.error(CHECK, "byte 0x" + hex + latin + " is no UTF-8: " + problem, character(at))
            .withHelp("save the file in UTF-8"),
        problem);
  }

  private Diagnostic diagnostic(MarkedYAMLException error) {
    int at = offset(error.getProblemMark());
    Mark contextMark = error.getContextMark();
    int context = contextMark == null ? at : offset(contextMark);
    int quote = UnclosedQuote.find(text, at);
    if (quote >= 0) {
      return Diagnostic.error(CHECK, "this quote is never closed", character(quote))
          .withHelp("add the closing " + text.charAt(quote) + " at the end of the value");
    }
    Span action = UnquotedAction.find(text, Math.min(context, at), at);
    if (action != null) {
      return Diagnostic.error(CHECK, "a value that starts with '{' needs quotes", place(action))
          .withHelp("put the whole value in quotes: outside them, '{' starts a mapping");
    }
    return plain(error, at, context);
  }

  private Diagnostic plain(MarkedYAMLException error, int at, int context) {
    String problem = String.valueOf(error.getProblem());
    boolean inMapping = String.valueOf(error.getContext()).contains("mapping");
    if (text.startsWith("\t", at)) {
      return Diagnostic.error(CHECK, "a tab cannot indent YAML", place(tabs(at)))
          .withHelp("indent with spaces");
    }
    if (problem.contains("cannot start any token")) {
      return Diagnostic.error(CHECK, "a value cannot start with '" + at(at) + "'", word(at))
          .withHelp("put the value in quotes");
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return mappingValues(at);
    }
    if (problem.startsWith("could not find expected ':'")) {
      return Diagnostic.error(CHECK, "expected ':' after this key", word(context))
          .withHelp(
              "if it belongs to the value above, indent it more; if that value has quotes, "
                  + "check where they close");
    }
    if (problem.startsWith("expected <block end>")) {
      return blockEnd(at, context, inMapping);
    }
    return Diagnostic.error(CHECK, GoSyntaxText.problem(error, text, at), word(at))
        .withHelp(help(problem));
  }

  private Diagnostic mappingValues(int at) {
    int lineStart = lineStart(at);
    boolean earlier = text.substring(lineStart, at).contains(": ");
    String help =
        earlier
            ? "put the value in quotes: it contains ': '"
            : "check the indentation of this line and of the one above it";
    return Diagnostic.error(CHECK, "mapping values are not allowed here", character(at))
        .withHelp(help);
  }

  private Diagnostic blockEnd(int at, int context, boolean inMapping) {
    String wanted = inMapping ? "a key" : "a '- ' item";
    String what = inMapping ? "the mapping starts here" : "the list starts here";
    int column = context - lineStart(context);
    String help =
        at - lineStart(at) == column || !isIndentation(at)
            ? "check the quotes and the line above"
            : "start it in column "
                + (column + 1)
                + ", like the others, or deeper if it is part of one";
    return Diagnostic.error(CHECK, "expected " + wanted + " here", word(at))
        .withNote(what, character(context))
        .withHelp(help);
  }

  private static @Nullable String help(String problem) {
    if (problem.startsWith("found unknown escape")) {
      return "write \\\\ for a backslash, or use single quotes";
    }
    if (problem.startsWith("expected the node content")) {
      return "put the value in quotes";
    }
    if (problem.startsWith("expected chomping") || problem.startsWith("expected a comment")) {
      return "start the text on the next line, indented, or put it in quotes";
    }
    return problem.startsWith("expected ','") ? "check brackets, commas and quotes" : null;
  }

  private boolean isIndentation(int at) {
    return text.substring(lineStart(at), at).isBlank();
  }

  private String at(int offset) {
    return offset < text.length() ? Character.toString(text.codePointAt(offset)) : "";
  }

  private int offset(Mark mark) {
    return Math.min(offsets.units(mark.getIndex()), text.length());
  }

  private int lineStart(int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start;
  }

  private Span tabs(int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '\t') {
      end++;
    }
    return new Span(at, end);
  }

  /// {@return the rest of the line from a place, without white space at its end}
  private Location word(int at) {
    int end = at;
    while (end < text.length() && !ScalarScanner.isBreak(text.charAt(end))) {
      end++;
    }
    while (end > at && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return place(new Span(at, end));
  }

  private Location character(int at) {
    int start = Math.min(at, text.length());
    int length = start < text.length() ? Character.charCount(text.codePointAt(start)) : 0;
    return place(new Span(start, start + length));
  }

  private Location place(Span span) {
    return new Location(file, span);
  }
}
