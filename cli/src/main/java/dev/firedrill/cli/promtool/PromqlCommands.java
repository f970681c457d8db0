package dev.firedrill.cli.promtool;

import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.OrderedOutput;
import dev.firedrill.cli.kingpin.Invocation;
import dev.firedrill.cli.report.PrettyText;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.PrettyPrinter;
import dev.firedrill.promql.walk.LabelMatcherEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `promtool promql`: expressions printed prettily, and their matchers edited.
final class PromqlCommands {
  private PromqlCommands() {}

  static int run(OrderedOutput output, Invocation invocation, Features features) {
    if (!invocation.isOn("experimental")) {
      output.err("This command is experimental and requires the --experimental flag to be set.");
      return Promtool.FAILURE;
    }
    return switch (Promql.parse(invocation.argument("query"), features.parsing())) {
      case ParseResult.Rejected rejected -> {
        output.err(rejected.first().format(rejected.text()));
        yield Promtool.FAILURE;
      }
      case ParseResult.Parsed parsed -> {
        output.out(PrettyText.of(edited(parsed.expr(), invocation), PrettyPrinter.DEFAULT_WIDTH));
        yield ExitStatus.OK;
      }
    };
  }

  private static Expr edited(Expr expr, Invocation invocation) {
    if (invocation.command().endsWith("format")) {
      return expr;
    }
    String label = invocation.argument("name");
    if (invocation.command().endsWith("delete")) {
      return withMatchers(expr, matchers -> matchers.removeIf(each -> each.name().equals(label)));
    }
    // promtool does not look at a regular expression here.
    LabelMatcher matcher =
        LabelMatcher.unchecked(
            label, operator(invocation.one("type")), invocation.argument("value"));
    return withMatchers(expr, matchers -> set(matchers, matcher));
  }

  private static void set(List<LabelMatcher> matchers, LabelMatcher matcher) {
    boolean found = false;
    for (int i = 0; i < matchers.size(); i++) {
      if (matchers.get(i).name().equals(matcher.name())) {
        matchers.set(i, matcher);
        found = true;
      }
    }
    if (!found) {
      matchers.add(matcher);
    }
  }

  // The name before the braces stays whatever becomes of the matcher that it stands for.
  private static Expr withMatchers(Expr expr, Consumer<List<LabelMatcher>> edit) {
    return LabelMatcherEdit.onSelectors(
        expr,
        selector -> {
          List<LabelMatcher> matchers = new ArrayList<>(selector.matchers());
          edit.accept(matchers);
          return new Expr.InstantSelector(
              selector.name(), matchers, selector.modifiers(), selector.trusted(), selector.span());
        });
  }

  private static Operator operator(@Nullable String symbol) {
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return operator;
      }
    }
    return Operator.EQUAL;
  }
}
