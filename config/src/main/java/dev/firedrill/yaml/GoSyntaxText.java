package dev.firedrill.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.scanner.ScannerException;

/// Words a syntax error as Go's YAML libraries do: `line 5: did not find expected key`. They and
/// SnakeYAML descend from one parser, so that errors correspond one to one.
final class GoSyntaxText {
  private static final String TAB_IN_TEXT = "found a tab character that violates indentation";

  private GoSyntaxText() {}

  static String of(MarkedYAMLException error, String text, Offsets offsets) {
    int at = Math.min(offsets.units(error.getProblemMark().getIndex()), text.length());
    String problem = problem(error, text, at);
    boolean byScanner = error instanceof ScannerException || isScannerProblem(problem);
    int line = line(error, text, at, problem);
    // Go forgets to count the line for errors of the parser proper, and says none for line 0.
    int shown = line == 0 ? 0 : byScanner ? line + 1 : line;
    return shown == 0 ? problem : "line " + shown + ": " + problem;
  }

  private static int line(MarkedYAMLException error, String text, int at, String problem) {
    int problemLine = error.getProblemMark().getLine();
    if (isScannerProblem(problem) && !(error instanceof ScannerException)) {
      return problemLine;
    }
    if (problem.equals(TAB_IN_TEXT)) {
      return problemLine - linesBack(text, at);
    }
    Mark context = error.getContextMark();
    return context != null && context.getLine() != 0 ? context.getLine() : problemLine;
  }

  private static boolean isScannerProblem(String problem) {
    return problem.startsWith("mapping values are not allowed");
  }

  /// {@return what is wrong, in the words of Go's libraries}
  static String problem(MarkedYAMLException error, String text, int at) {
    String problem = String.valueOf(error.getProblem());
    String context = String.valueOf(error.getContext());
    if (problem.contains("cannot start any token")) {
      boolean tab = text.startsWith("\t", at);
      return tab ? tab(text, at) : "found character that cannot start any token";
    }
    if (problem.startsWith("expected <block end>")) {
      if (colonFollows(text, at)) {
        return "mapping values are not allowed in this context";
      }
      return context.contains("mapping")
          ? "did not find expected key"
          : "did not find expected '-' indicator";
    }
    return translated(problem);
  }

  private static String translated(String problem) {
    if (problem.startsWith("mapping values are not allowed")) {
      return "mapping values are not allowed in this context";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "block sequence entries are not allowed in this context";
    }
    if (problem.startsWith("mapping keys are not allowed")) {
      return "mapping keys are not allowed in this context";
    }
    if (problem.startsWith("expected the node content")) {
      return "did not find expected node content";
    }
    if (problem.startsWith("expected ',' or ']'")) {
      return "did not find expected ',' or ']'";
    }
    if (problem.startsWith("expected ',' or '}'")) {
      return "did not find expected ',' or '}'";
    }
    return translatedToken(problem);
  }

  private static String translatedToken(String problem) {
    if (problem.startsWith("expected chomping") || problem.startsWith("expected a comment")) {
      return "did not find expected comment or line break";
    }
    if (problem.startsWith("expected indentation indicator")) {
      return "found an indentation indicator equal to 0";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "found unknown escape character";
    }
    if (problem.startsWith("expected escape sequence")) {
      return "did not find expected hexdecimal number";
    }
    if (problem.startsWith("found unexpected document separator")) {
      return "found unexpected document indicator";
    }
    if (problem.startsWith("unexpected character found")) {
      return "did not find expected alphabetic or numeric character";
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "did not find expected <document start>";
    }
    return problem;
  }

  /// A tab at the start of a line after an unquoted text is taken for a part of that text.
  private static String tab(String text, int at) {
    return continuesText(text, at) ? TAB_IN_TEXT : "found character that cannot start any token";
  }

  private static boolean continuesText(String text, int at) {
    int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    if (!text.substring(start, at).isBlank() || start == 0) {
      return false;
    }
    int before = start;
    while (before > 0 && text.charAt(before - 1) <= ' ') {
      before--;
    }
    String line = text.substring(text.lastIndexOf('\n', before - 1) + 1, before);
    boolean comment = line.strip().startsWith("#") || line.contains(" #");
    return !line.isEmpty() && !comment && "\"'-:|>]},".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  private static int linesBack(String text, int at) {
    int lines = 0;
    int i = at;
    while (i > 0 && text.charAt(i - 1) <= ' ') {
      i--;
      if (text.charAt(i) == '\n') {
        lines++;
      }
    }
    return lines;
  }

  /// Go's parser looks two tokens ahead, and so meets the colon before the text in front of it.
  /// Only the first text of a line may be a key.
  private static boolean colonFollows(String text, int at) {
    int end = text.indexOf('\n', at);
    String line = text.substring(at, end < 0 ? text.length() : end);
    int colon = line.indexOf(':');
    int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    if (text.substring(Math.min(start, at), at).isBlank()) {
      return false;
    }
    boolean plain = !line.isEmpty() && "\"'{[-?".indexOf(line.charAt(0)) < 0;
    boolean separator = colon > 0 && (colon + 1 == line.length() || line.charAt(colon + 1) == ' ');
    return plain && separator;
  }
}
