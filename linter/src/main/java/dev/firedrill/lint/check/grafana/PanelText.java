package dev.firedrill.lint.check.grafana;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A panel's expression, cut at Grafana's variables: `$name`, `${name}`, `${name:format}` and
/// `[[name]]`.
///
/// @param source as written
/// @param variables in the order of the text
record PanelText(SourceText source, List<Variable> variables) {
  /// Stands for a variable within quotes, and for a part of a name.
  static final String WORD = "grafana_variable";

  /// Stands for a variable that is a duration. An odd one, to be known again.
  static final String DURATION = "7h7m7s";

  PanelText {
    variables = List.copyOf(variables);
  }

  /// What a place allows a variable to stand for.
  enum Place {
    /// Any text, within quotes.
    QUOTED,
    /// The length of a range or of an offset.
    DURATION,
    /// A number and no unit: the unit follows.
    NUMBER,
    /// A name, a number, an operator: whatever somebody has thought of.
    FREE
  }

  /// A variable and where it stands.
  record Variable(String name, Span span, Place place) {}

  static PanelText of(SourceText source) {
    String text = source.text();
    List<Variable> variables = new ArrayList<>();
    char quote = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      Variable variable = variable(text, i, quote != 0).orElse(null);
      if (variable != null) {
        variables.add(variable);
        i = variable.span().end();
        continue;
      }
      if (quote != 0) {
        i += c == '\\' && quote != '`' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '#') {
        // A comment ends with its line.
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      }
      i++;
    }
    return new PanelText(source, variables);
  }

  private static Optional<Variable> variable(String text, int at, boolean quoted) {
    int end;
    String name;
    if (text.startsWith("${", at) || text.startsWith("[[", at)) {
      String close = text.charAt(at) == '$' ? "}" : "]]";
      int stop = text.indexOf(close, at);
      name = stop < 0 ? "" : text.substring(at + 2, wordEnd(text, at + 2));
      end = stop + close.length();
    } else if (text.charAt(at) == '$') {
      end = wordEnd(text, at + 1);
      name = text.substring(at + 1, end);
    } else {
      return Optional.empty();
    }
    // `$1` is a group of a regular expression.
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return Optional.empty();
    }
    Place place = quoted ? Place.QUOTED : place(text, name, at, end);
    return Optional.of(new Variable(name, new Span(at, end), place));
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private static Place place(String text, String name, int start, int end) {
    boolean unit = end < text.length() && Character.isLetter(text.charAt(end));
    if (name.startsWith("__")) {
      boolean number = name.endsWith("_s") || name.endsWith("_ms") || !name.contains("interval");
      return unit || (number && !name.equals("__range")) ? Place.NUMBER : Place.DURATION;
    }
    String before = text.substring(0, start).stripTrailing();
    boolean range = before.endsWith("[") || before.endsWith("offset") || isStep(before);
    return range ? unit ? Place.NUMBER : Place.DURATION : Place.FREE;
  }

  // The step of a subquery follows a colon within brackets; names hold colons, too.
  private static boolean isStep(String before) {
    return before.endsWith(":") && before.lastIndexOf('[') > before.lastIndexOf(']');
  }

  /// {@return the names of the variables that may stand for anything, each once}
  List<String> free() {
    return variables.stream()
        .filter(variable -> variable.place() == Place.FREE)
        .map(Variable::name)
        .distinct()
        .toList();
  }

  /// {@return whether a range is as long as the dashboard says}
  boolean hasFreeRanges() {
    return variables.stream().anyMatch(variable -> variable.place() == Place.DURATION);
  }

  /// {@return the text with something for each variable, which knows where it was written}
  ///
  /// @param values for the [#free] variables, in their order
  SourceText filled(List<String> values) {
    List<String> free = free();
    StringBuilder text = new StringBuilder();
    List<Span> places = new ArrayList<>();
    int done = 0;
    for (Variable variable : variables) {
      copy(done, variable.span().start(), text, places);
      String value =
          switch (variable.place()) {
            case QUOTED -> WORD;
            case DURATION -> DURATION;
            case NUMBER -> "300";
            case FREE -> values.get(free.indexOf(variable.name()));
          };
      text.append(value);
      Span place = source.locate(variable.span()).span();
      value.chars().forEach(_ -> places.add(place));
      done = variable.span().end();
    }
    copy(done, source.text().length(), text, places);
    int[] starts = places.stream().mapToInt(Span::start).toArray();
    int[] ends = places.stream().mapToInt(Span::end).toArray();
    return SourceText.mapped(
        source.file(), text.toString(), starts, ends, source.location().span());
  }

  private void copy(int from, int to, StringBuilder text, List<Span> places) {
    text.append(source.text(), from, to);
    for (int i = from; i < to; i++) {
      places.add(source.locate(new Span(i, i + 1)).span());
    }
  }
}
