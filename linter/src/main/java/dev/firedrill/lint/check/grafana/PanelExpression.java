package dev.firedrill.lint.check.grafana;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.promql.walk.SelectorEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A panel's expression with something in place of its variables.
///
/// @param text what was parsed
/// @param result an expression, or what is wrong whatever the variables stand for
/// @param freeRanges whether a range is as long as the dashboard says
record PanelExpression(SourceText text, ParseResult result, boolean freeRanges) {
  // What a variable outside quotes and ranges may stand for, the likeliest first.
  private static final List<String> VALUES =
      List.of(PanelText.WORD, "1", "5m", "sum", "rate", "+", "by", "a=\"\"", "");
  private static final int MOST_TRIALS = 300;

  /// {@return a panel's expression, where there is a way to fill in its variables in which it
  ///     parses; else as it does not with the likeliest}
  static PanelExpression of(SourceText source) {
    PanelText panel = PanelText.of(source);
    int[] choice = new int[panel.free().size()];
    PanelExpression first = null;
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
      List<String> values = new ArrayList<>();
      for (int index : choice) {
        values.add(VALUES.get(index));
      }
      SourceText filled = panel.filled(values);
      ParseResult result = Promql.parse(filled.text(), ParseOptions.ALL);
      PanelExpression each = new PanelExpression(filled, result, panel.hasFreeRanges());
      if (result instanceof Parsed) {
        return each;
      }
      first = first == null ? each : first;
      if (!advance(choice)) {
        return first;
      }
    }
    // With so many variables, what has not been tried may parse.
    return new PanelExpression(source, Promql.parse("1"), false);
  }

  private static boolean advance(int[] choice) {
    for (int i = 0; i < choice.length; i++) {
      choice[i]++;
      if (choice[i] < VALUES.size()) {
        return true;
      }
      choice[i] = 0;
    }
    return false;
  }

  /// {@return what is wrong, as Prometheus would put it; empty where it parses}
  Optional<Rejected> rejected() {
    return result instanceof Rejected rejected ? Optional.of(rejected) : Optional.empty();
  }

  /// {@return whether this is an expression but for the choice that variables leave}
  boolean isSame(Expr other) {
    return result instanceof Parsed parsed
        && normal(parsed.expr(), freeRanges).equals(normal(other, freeRanges));
  }

  // Matchers on variables choose series and leave the expression what it is.
  private static String normal(Expr expr, boolean freeRanges) {
    Expr chosen =
        SelectorEdit.edit(
            ExprWalk.unwrapped(expr),
            matchers ->
                matchers.stream()
                    .filter(matcher -> !matcher.value().contains(PanelText.WORD))
                    .sorted(PanelExpression::byNameAndValue)
                    .toList());
    String text = Printer.print(chosen);
    return freeRanges ? text.replaceAll("\\[[^\\]\"]*]", "[]") : text;
  }

  private static int byNameAndValue(LabelMatcher one, LabelMatcher other) {
    int names = one.name().compareTo(other.name());
    return names == 0 ? one.value().compareTo(other.value()) : names;
  }
}
