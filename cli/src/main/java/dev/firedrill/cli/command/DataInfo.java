package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.option.DataBounds;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.MatchOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.report.DataInfoJson;
import dev.firedrill.cli.report.DataInfoText;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Paint;
import dev.firedrill.series.MatchedSource;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.survey.DataSurvey;
import java.io.IOException;
import java.util.List;

/// `data info`: what there is in recorded data.
final class DataInfo implements Command {
  private static final int PERCENT = 100;

  private final DataOption data;
  private final MatchOption match;
  private final TimeRangeOptions times;
  private final OutputOptions output;

  DataInfo(Options options) {
    data = DataOption.arguments(options);
    match = new MatchOption(options);
    times = new TimeRangeOptions(options);
    output = new OutputOptions(options, Format.TEXT, Format.JSON);
    options.example("firedrill data info recording.om", "metrics, series, times, gaps");
    options.example(
        "firedrill data info /var/lib/prometheus --start -1d --match '{job=\"worker\"}'",
        "some series of a server's own data, in its last day");
  }

  @Override
  public int run(Session session) throws IOException {
    var selectors = match.selectors();
    DataBounds bounds = times.bounds(System.currentTimeMillis());
    SeriesSource source = data.read(session, List.of(), bounds.holdingOnce());
    TimeRange all =
        source.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    TimeRange range = times.range(all);
    ProgressLine progress = new ProgressLine(session);
    double length = Math.max(1, range.last() - range.first());
    DataSurvey survey =
        DataSurvey.of(
            MatchedSource.of(source, selectors),
            range,
            time -> progress.show((int) (PERCENT * ((time - range.first()) / length)) + "% read"));
    progress.clear();
    if (survey.isEmpty()) {
      throw new CommandException("there is no sample of these series in that time");
    }
    output.deliver(
        session,
        format ->
            switch (format) {
              case TEXT ->
                  new DataInfoText(
                      survey, times.zone(), output.quiet(), new Paint(output.colored(session)));
              case JSON -> new DataInfoJson(survey, session.aftermath().diagnostics());
              default -> throw format.notOffered();
            });
    return ExitStatus.OK;
  }
}
