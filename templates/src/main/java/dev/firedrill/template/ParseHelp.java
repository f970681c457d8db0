package dev.firedrill.template;

import dev.firedrill.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What to do about an error: our words, beside Go's.
final class ParseHelp {
  private ParseHelp() {}

  /// {@return advice on an error, or null}
  static @Nullable String of(ParseFailure failure, TemplateSource source, List<String> variables) {
    String words = failure.words();
    String text = source.text();
    String there = text.substring(failure.span().start(), failure.span().end());
    if (words.startsWith("function ")) {
      return unknownFunction(there, source.dialect());
    }
    if (words.startsWith("undefined variable ")) {
      return unknownVariable(there, source.dialect(), variables);
    }
    if (words.startsWith("unclosed action")) {
      return "the action that starts here is never closed: write `}}` at its end";
    }
    if (words.equals("unexpected EOF")) {
      return "`" + firstLine(there) + "` has no `{{end}}`";
    }
    if (words.equals("unexpected {{end}}") || words.equals("unexpected {{else}}")) {
      return "no `if`, `with`, `range`, `block` or `define` is open here";
    }
    if (words.startsWith("malformed character constant")) {
      return "write strings in double quotes or backquotes";
    }
    if (words.startsWith("unexpected \"/\"") && text.startsWith("*", failure.span().end())) {
      return "a comment must touch its delimiters: `{{/* ... */}}` or `{{- /* ... */ -}}`";
    }
    return aboutOperators(words, there);
  }

  private static @Nullable String aboutOperators(String words, String there) {
    if (words.startsWith("unexpected \"=\"")) {
      return "templates have no comparison operators: write `eq a b`";
    }
    if (words.startsWith("unexpected \"<\"") || words.startsWith("unexpected \">\"")) {
      return "templates have no comparison operators: write `lt a b`, `gt a b`";
    }
    if (words.startsWith("unexpected \"&\"")) {
      return "templates have no logical operators: write `and a b`, `or a b`";
    }
    if (words.startsWith("unexpected \"!\"")) {
      return "templates have no such operator: write `not a`, `ne a b`";
    }
    boolean isSign = there.equals("+") || there.equals("-");
    if ((isSign && words.startsWith("illegal number syntax"))
        || words.startsWith("unexpected \"*\"")
        || words.startsWith("unexpected \"/\"")) {
      return "templates cannot calculate: do it in the expression of the rule";
    }
    if (words.startsWith("bad character U+002D")) {
      return "a name with a dash needs `index`, as in `index .Labels \"a-b\"`";
    }
    return null;
  }

  private static String unknownFunction(String name, Dialect dialect) {
    Optional<String> nearest = Spelling.nearest(name, new TreeSet<>(dialect.functions()));
    if (nearest.isPresent()) {
      return "did you mean `" + nearest.get() + "`?";
    }
    if (Dialect.ALERTMANAGER.hasFunction(name)) {
      return "`" + name + "` exists in Alertmanager's templates only";
    }
    if (Dialect.PROMETHEUS.hasFunction(name)) {
      return "`" + name + "` exists in Prometheus's templates only";
    }
    return dialect.equals(Dialect.RULE)
        ? "a bare word is a function; a label is written `$labels." + name + "`"
        : "a bare word is a function; a field is written `." + name + "`";
  }

  private static String unknownVariable(String name, Dialect dialect, List<String> variables) {
    boolean outside = dialect.predeclared().stream().anyMatch(v -> v.name().equals(name));
    if (outside) {
      return "variables from outside are not visible inside `define` and `block`: pass what you"
          + " need as the argument of `template`";
    }
    List<String> known = new ArrayList<>(variables);
    known.remove("$");
    Optional<String> nearest = Spelling.nearest(name, known);
    if (nearest.isPresent()) {
      return "did you mean `" + nearest.get() + "`?";
    }
    return known.isEmpty()
        ? "declare it first, as in `{{ " + name + " := ... }}`"
        : "known here: " + String.join(", ", known);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end) + "...";
  }
}
