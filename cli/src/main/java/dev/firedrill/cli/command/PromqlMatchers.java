package dev.firedrill.cli.command;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.ExprArgument;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.PrettyText;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.PrettyPrinter;
import dev.firedrill.promql.walk.SelectorEdit;
import java.util.ArrayList;
import java.util.List;

/// `promql matchers set` and `promql matchers delete`: changes a matcher of all selectors of an
/// expression, as `promtool promql label-matchers` does.
final class PromqlMatchers implements Command {
  private final boolean set;
  private final ExprArgument expr;
  private final Value name;
  private final Value value;
  private final Value type;

  private PromqlMatchers(Options options, boolean set) {
    this.set = set;
    expr = new ExprArgument(options);
    name = options.argument("NAME", "the label");
    value = set ? options.argument("VALUE", "what it is compared with") : name;
    type = set ? options.value("-t, --type", "OP", "= (default), !=, =~ or !~") : name;
    // There is nothing but the result to print.
    new ConsoleOptions(options);
    String command = "firedrill promql matchers " + (set ? "set" : "delete");
    options.example(
        command + " 'rate(errors_total[5m])' job" + (set ? " worker" : ""),
        set ? "narrow all selectors to one job" : "drop what restricts the job");
  }

  static PromqlMatchers set(Options options) {
    return new PromqlMatchers(options, true);
  }

  static PromqlMatchers delete(Options options) {
    return new PromqlMatchers(options, false);
  }

  @Override
  public int run(Session session) {
    Expr parsed = expr.valid(session).expr();
    Expr edited =
        SelectorEdit.edit(parsed, set ? matchers -> with(matchers, matcher()) : this::without);
    session.out().println(PrettyText.of(edited, PrettyPrinter.DEFAULT_WIDTH));
    return ExitStatus.OK;
  }

  private static List<LabelMatcher> with(List<LabelMatcher> matchers, LabelMatcher matcher) {
    List<LabelMatcher> changed = new ArrayList<>();
    boolean found = false;
    for (LabelMatcher each : matchers) {
      boolean same = each.name().equals(matcher.name());
      changed.add(same ? matcher : each);
      found |= same;
    }
    if (!found) {
      changed.add(matcher);
    }
    return changed;
  }

  private List<LabelMatcher> without(List<LabelMatcher> matchers) {
    List<LabelMatcher> kept = new ArrayList<>(matchers);
    kept.removeIf(each -> each.name().equals(name.required()));
    return kept;
  }

  private LabelMatcher matcher() {
    String symbol = type.orElse("=");
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        try {
          return LabelMatcher.of(name.required(), operator, value.required());
        } catch (PatternSyntaxException e) {
          throw new UsageException("'" + value.required() + "': " + e.getMessage());
        }
      }
    }
    throw new UsageException("--type '" + symbol + "': expected =, !=, =~ or !~");
  }
}
