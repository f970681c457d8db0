package dev.firedrill.cli.option;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.ArrayList;
import java.util.List;

/// `--match`: which series of recorded data are meant.
public final class MatchOption {
  private final Values selectors;

  /// Declares the option.
  public MatchOption(Options options) {
    selectors =
        options.values(
            "--match",
            "SELECTOR",
            "only these series: 'up{job=\"x\"}'; may be given several times (default: all)");
  }

  /// {@return the matchers of each selector; none where all series are meant}
  /// @throws RejectedException when a text is no selector
  public List<List<LabelMatcher>> selectors() {
    List<List<LabelMatcher>> parsed = new ArrayList<>();
    for (String text : selectors.get()) {
      parsed.add(
          switch (Promql.parseSelector(text)) {
            case ParseResult.Parsed valid -> ((InstantSelector) valid.expr()).matchers();
            case ParseResult.Rejected rejected ->
                throw new RejectedException(ExprArgument.diagnostics(rejected));
          });
    }
    return parsed;
  }
}
