package dev.firedrill.rules.edit;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.promql.ExprComments;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.edit.EditRefused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Expressions as Prometheus pretty-prints them, in the place where they are written.
public final class RuleFormat {
  private static final String CHECK = "promql/format";

  private static final String SHARED = "it is used elsewhere in the file, too";
  private static final String OTHERWISE = "with it, the file would no longer say the same";

  private final ExprFormat format;

  /// A way to format expressions.
  public RuleFormat(ExprFormat format) {
    this.format = format;
  }

  /// {@return the edits that format the expression of a rule; none where there is nothing to do}
  /// @throws EditRefused where it cannot be done without loss
  public List<TextEdit> edits(Rule rule) throws EditRefused {
    ScalarNode scalar = rule.expr().scalar();
    if (scalar == null || !(rule.expr().result() instanceof Parsed parsed)) {
      return List.of();
    }
    ExprComments comments = ExprComments.of(parsed.text());
    if (!PrettyExpr.isPossible(comments)) {
      throw new EditRefused(
          "a comment stands within the expression",
          rule.expr().source().locate(comments.within().getFirst()));
    }
    PrettyExpr pretty =
        PrettyExpr.of(parsed, comments, format)
            .orElseThrow(
                () ->
                    new EditRefused(
                        "it would take more than a megabyte, as each operand is indented a level"
                            + " more than the next",
                        scalar.written()));
    if (isWritten(scalar, pretty.text())) {
      return List.of();
    }
    ExprLayout layout = new ExprLayout(scalar, rule.location());
    if (scalar.style().isBlock() || (pretty.isLong() && layout.mayBeBlock())) {
      return layout.block(pretty.text());
    }
    if (pretty.commented()) {
      throw new EditRefused("there is a comment in a text on one line", scalar.written());
    }
    String line = pretty.isLong() ? oneLine(parsed) : pretty.text();
    return isWritten(scalar, line) ? List.of() : layout.onOneLine(line);
  }

  // Within braces, or where it is written elsewhere, an expression stays on one line.
  private String oneLine(Parsed parsed) {
    return Printer.print(parsed.expr(), format.keepNumbers() ? parsed.text() : null);
  }

  private static boolean isWritten(ScalarNode scalar, String text) {
    String value = scalar.text();
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '\n') {
      end--;
    }
    return end == text.length() && value.startsWith(text);
  }

  /// Formats the expressions of a file.
  ///
  /// @param options how it was read
  /// @return the file as it should be, and why expressions were left alone
  public Formatted format(RuleFile file, RuleFileOptions options) {
    List<List<TextEdit>> changes = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    List<Diagnostic> remarks = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (Rule rule : definitionsFirst(file.rules())) {
      ScalarNode scalar = rule.expr().scalar();
      if (scalar == null || !seen.add(scalar.location().span().start())) {
        continue;
      }
      try {
        List<TextEdit> edits = edits(rule);
        if (!edits.isEmpty()) {
          changes.add(edits);
          places.add(scalar.written());
          reasons.add(new ExprLayout(scalar, rule.location()).isShared() ? SHARED : OTHERWISE);
        }
      } catch (EditRefused e) {
        remarks.add(leftAlone(String.valueOf(e.getMessage()), e.location()));
      }
    }
    if (changes.isEmpty()) {
      return new Formatted(file.source(), file.source(), 0, remarks);
    }
    Fixes.Applied edited =
        new RuleFileEdit(options, RuleFileEdit.Kind.LAYOUT).apply(file.source(), changes);
    for (int left : edited.left()) {
      remarks.add(leftAlone(reasons.get(left), places.get(left)));
    }
    int made = changes.size() - edited.left().size();
    return new Formatted(file.source(), edited.file(), made, remarks);
  }

  // An expression that several rules share by aliases is formatted where it is written.
  private static List<Rule> definitionsFirst(List<Rule> rules) {
    List<Rule> sorted = new ArrayList<>();
    List<Rule> users = new ArrayList<>();
    for (Rule rule : rules) {
      ScalarNode scalar = rule.expr().scalar();
      boolean own = scalar != null && new ExprLayout(scalar, rule.location()).isOwn();
      (own ? sorted : users).add(rule);
    }
    sorted.addAll(users);
    return sorted;
  }

  private static Diagnostic leftAlone(String why, Location place) {
    return Diagnostic.of(CHECK, Severity.INFO, "left as it is: " + why, place);
  }

  /// A file before and after.
  ///
  /// @param changed how many expressions were formatted
  /// @param remarks why others were left alone
  public record Formatted(
      SourceFile before, SourceFile after, int changed, List<Diagnostic> remarks) {
    public Formatted {
      remarks = List.copyOf(remarks);
    }
  }
}
