package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.ExprArgument;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.report.ExplainJson;
import dev.firedrill.cli.report.ExprTree;
import dev.firedrill.cli.report.Format;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.flow.Flow;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.series.SeriesStore;
import java.io.IOException;

/// `promql explain`: what the parts of an expression are, and the plan by which it is evaluated.
final class PromqlExplain implements Command {
  private static final TimeGrid SOME_STEPS = new TimeGrid(0, 60_000, 2);

  private final ExprArgument expr;
  private final OutputOptions output;

  PromqlExplain(Options options) {
    expr = new ExprArgument(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill promql explain 'sum by (job) (rate(errors_total[5m]))'", "a plan");
  }

  @Override
  public int run(Session session) throws IOException {
    Parsed parsed = expr.valid(session);
    Flow flow = Flow.byNames(parsed.expr());
    ValueType type = ValueTypes.of(parsed.expr());
    boolean planned = type == ValueType.INSTANT_VECTOR || type == ValueType.SCALAR;
    String plan = planned ? plan(parsed) : "";
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> out -> text(parsed, flow, plan, out);
              case JSON -> new ExplainJson(parsed, flow, plan.lines().toList());
              default -> throw format.notOffered();
            });
    return ExitStatus.OK;
  }

  private static void text(Parsed parsed, Flow flow, String plan, Appendable out)
      throws IOException {
    out.append("parts, and what is known of them without data:\n");
    ExprTree.withFacts(parsed, flow).write(out);
    if (!plan.isEmpty()) {
      out.append("\nplan, evaluated for all steps at once:\n").append(plan);
    }
  }

  // There is no data, so the plan is that for any number of series.
  private String plan(Parsed parsed) {
    try {
      return new Engine(expr.engine())
          .explain(parsed.expr(), new SeriesStore(), SOME_STEPS)
          .replace(": 0 series", "")
          .replace(": 0 groups", "")
          .replace(", 0 match groups", "");
    } catch (EvaluationException e) {
      throw new CommandException(e.text());
    }
  }
}
