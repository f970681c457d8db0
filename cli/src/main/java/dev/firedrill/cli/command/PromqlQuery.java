package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.HoldingTime;
import dev.firedrill.cli.option.DataBounds;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.ExprArgument;
import dev.firedrill.cli.option.InjectOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.QueryJson;
import dev.firedrill.cli.report.QueryText;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.Evaluation;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `promql query`: an expression evaluated over recorded series, at a time or over a range.
final class PromqlQuery implements Command {
  private static final long MAX_STEPS = 10_000_000;

  private final ExprArgument expr;
  private final DataOption data;
  private final Value time;
  private final TimeRangeOptions range;
  private final Value step;
  private final InjectOption inject;
  private final OutputOptions output;

  PromqlQuery(Options options) {
    expr = new ExprArgument(options);
    data = new DataOption(options);
    time = options.value("--time", "TIME", "evaluate at this time (default: the end of the data)");
    range = new TimeRangeOptions(options);
    step = options.value("--step", "DURATION", "between the steps of a range: 30s, 15");
    inject = new InjectOption(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill promql query 'up == 0' --data recording.om", "at the end of it");
    options.example(
        "firedrill promql query 'rate(errors_total[5m])' --data recording.om --start -1h --step 1m",
        "over its last hour");
  }

  @Override
  public int run(Session session) throws IOException {
    Parsed parsed = expr.valid(session);
    SeriesSource recorded = data.read(session, List.of(), bounds());
    TimeRange all =
        recorded.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    SeriesSource source =
        inject.apply(session, recorded, isRange() ? range.range(all) : all).source();
    Engine engine = new Engine(expr.engine());
    Evaluation evaluation;
    try {
      evaluation =
          isRange()
              ? engine.range(parsed.expr(), source, grid(all))
              : engine.instant(parsed.expr(), source, instant(all));
    } catch (EvaluationException e) {
      throw new RejectedException(
          List.of(
              Diagnostic.error(
                  "promql/evaluation",
                  e.text(),
                  ExprArgument.source(parsed.text()).locate(e.span()))));
    }
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT -> new QueryText(parsed.text(), evaluation);
              case JSON -> new QueryJson(parsed.text(), evaluation);
              default -> throw format.notOffered();
            });
    return ExitStatus.OK;
  }

  private DataBounds bounds() {
    long now = System.currentTimeMillis();
    if (isRange()) {
      return range.bounds(now);
    }
    return new DataBounds(now, now, others -> upTo(moment(others, now)));
  }

  private long moment(Optional<TimeRange> others, long now) {
    return time.get().isPresent()
        ? range.time(time, others.orElse(new TimeRange(now, now)))
        : others.map(TimeRange::last).orElse(now);
  }

  private static TimeRange upTo(long last) {
    return new TimeRange(last - HoldingTime.DEFAULT, last);
  }

  private boolean isRange() {
    return range.isGiven() || step.get().isPresent();
  }

  private long instant(TimeRange all) {
    return time.get().isPresent() ? range.time(time, all) : all.last();
  }

  private TimeGrid grid(TimeRange all) {
    if (time.get().isPresent()) {
      throw new UsageException("--time is for one evaluation: leave out --start, --end and --step");
    }
    TimeRange asked = range.range(all);
    // As promtool: 250 steps where nothing is said, a second apart at least.
    long millis =
        step.get().isPresent()
            ? stepMillis(step.required())
            : Math.max((asked.last() - asked.first()) / 250_000, 1) * 1000;
    if (TimeGrid.steps(asked.first(), asked.last(), millis) > MAX_STEPS) {
      throw new UsageException(
          "from --start to --end are more than 10 million steps: choose a longer --step");
    }
    return TimeGrid.covering(asked.first(), asked.last(), millis);
  }

  private static long stepMillis(String text) {
    try {
      boolean seconds = Character.isDigit(text.charAt(text.length() - 1));
      long millis =
          seconds
              ? Math.round(Double.parseDouble(text) * 1000)
              : PrometheusDuration.parseMillis(text);
      if (millis > 0) {
        return millis;
      }
    } catch (GoFormatException | NumberFormatException | StringIndexOutOfBoundsException e) {
      throw new UsageException("--step '" + text + "': expected 30s, 1m or a number of seconds");
    }
    throw new UsageException("--step '" + text + "': must be more than nothing");
  }
}
