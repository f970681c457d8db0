package dev.firedrill.cli.workflow;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// GitHub's expressions, as far as this repository's workflows use them: names, texts, `always()`,
/// `hashFiles(...)`, `==`, `!=` and `&&`.
///
/// @param values what names such as `inputs.sarif` stand for
/// @param hash the hash of a file, empty where there is none
record Expressions(Map<String, String> values, UnaryOperator<String> hash) {
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *\\}\\}");
  private static final Pattern FILES = Pattern.compile("hashFiles\\('([^']*)'\\)");

  /// {@return a text with its expressions replaced}
  String fill(String text) {
    return EXPRESSION
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  /// {@return whether a step is run}
  ///
  /// @param succeeded whether all steps before it were
  boolean holds(String condition, boolean succeeded) {
    boolean holds = condition.contains("always()") || succeeded;
    for (String term : condition.split(" && ", -1)) {
      holds = holds && (term.isEmpty() || term.equals("always()") || compare(term));
    }
    return holds;
  }

  private boolean compare(String term) {
    boolean equal = term.contains(" == ");
    String[] sides = term.split(" [=!]= ", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException("not an expression of this repository: " + term);
    }
    return value(sides[0]).equals(value(sides[1])) == equal;
  }

  private String value(String word) {
    if (word.startsWith("'") && word.endsWith("'")) {
      return word.substring(1, word.length() - 1);
    }
    Matcher files = FILES.matcher(word);
    if (files.matches()) {
      return hash.apply(files.group(1));
    }
    // Outputs that a step did not set are empty; all else has to be known.
    if (!values.containsKey(word) && !word.matches("steps\\.[a-z]+\\.outputs\\.[a-z-]+")) {
      throw new IllegalArgumentException("nothing is called " + word + " here");
    }
    return values.getOrDefault(word, "");
  }
}
