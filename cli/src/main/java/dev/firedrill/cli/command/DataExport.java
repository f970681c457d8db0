package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.FixtureSeries;
import dev.firedrill.cli.option.DataOption;
import dev.firedrill.cli.option.Flag;
import dev.firedrill.cli.option.MatchOption;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.OutputOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.ExportTally;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.MetricFamilies;
import dev.firedrill.cli.report.Report;
import dev.firedrill.cli.report.SeriesFixture;
import dev.firedrill.cli.report.SeriesMatrixJson;
import dev.firedrill.cli.report.SeriesOpenMetrics;
import dev.firedrill.series.MatchedSource;
import dev.firedrill.series.SeriesBatches;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `data export`: recorded series in another format.
final class DataExport implements Command {
  private final DataOption data;
  private final MatchOption match;
  private final TimeRangeOptions times;
  private final Value interval;
  private final Flag exact;
  private final OutputOptions output;

  DataExport(Options options) {
    data = DataOption.arguments(options);
    match = new MatchOption(options);
    times = new TimeRangeOptions(options);
    interval =
        options.value(
            "--interval",
            "DURATION",
            "fixture: between the values (default: the shortest of the data)");
    exact = options.flag("--exact", "fixture: fail where a sample is not at a step");
    output = new OutputOptions(options, Format.OPENMETRICS, Format.FIXTURE, Format.JSON).ofData();
    options.example(
        "firedrill data export /var/lib/prometheus --match '{job=\"worker\"}' --start -6h"
            + " --output worker.om.gz",
        "some series of a server's own data, as OpenMetrics");
    options.example(
        "firedrill data export recording.om --format fixture --start -30m --output worker_test.yml",
        "the input of a unit test");
  }

  @Override
  public int run(Session session) throws IOException {
    if ((exact.given() || interval.get().isPresent()) && !output.wants(Format.FIXTURE)) {
      throw new UsageException("--interval and --exact are for --format fixture");
    }
    var selectors = match.selectors();
    SeriesSource source = data.read(session, List.of(), times.bounds(System.currentTimeMillis()));
    TimeRange all =
        source.extent().orElseThrow(() -> new CommandException("there is no sample in the data"));
    SeriesSource matched = MatchedSource.of(source, selectors);
    SeriesBatches series = new SeriesBatches(matched, times.range(all));
    if (series.metrics().isEmpty()) {
      throw new CommandException("there is no sample of these series in that time");
    }
    ProgressLine progress = new ProgressLine(session);
    int metrics = series.metrics().size();
    series.onProgress(done -> progress.show(done + " of " + metrics + " metrics"));
    Map<Format, Written> written = new LinkedHashMap<>();
    output.deliver(
        session,
        format -> {
          Written one = written(format, series);
          written.put(format, one);
          return one.report();
        });
    progress.clear();
    if (!output.quiet()) {
      tell(session, written);
    }
    return ExitStatus.OK;
  }

  /// @param step milliseconds between the steps of a fixture
  private record Written(Report report, ExportTally tally, String name, long step) {}

  private Written written(Format format, SeriesBatches series) {
    ExportTally tally = new ExportTally();
    return switch (format) {
      case OPENMETRICS -> {
        Report report = new SeriesOpenMetrics(series, new MetricFamilies(Map.of()), tally);
        yield new Written(report, tally, "OpenMetrics", 0);
      }
      case JSON -> new Written(new SeriesMatrixJson(series, tally), tally, "the query API", 0);
      case FIXTURE -> fixture(series, tally);
      default -> throw format.notOffered();
    };
  }

  private Written fixture(SeriesBatches series, ExportTally tally) {
    FixtureSeries read = FixtureSeries.read(series);
    long step = interval.get().isPresent() ? interval.millis() : read.shortestInterval();
    Report report = new SeriesFixture(read.series(), step, tally);
    Written written = new Written(report, tally, "a fixture", step);
    if (exact.given() && tally.moves()) {
      throw new CommandException(
          "--exact: " + String.join("; ", tally.losses(written.name(), step)));
    }
    return written;
  }

  private void tell(Session session, Map<Format, Written> written) {
    for (Map.Entry<String, Format> file : output.files().entrySet()) {
      Written one = written.get(file.getValue());
      if (one != null) {
        ExportTally tally = one.tally();
        String samples = Counted.of(tally.samplesWritten(), "sample");
        session.out().println(file.getKey() + ": " + tally.seriesWritten() + " series, " + samples);
      }
    }
    for (Written one : written.values()) {
      for (String loss : one.tally().losses(one.name(), one.step())) {
        session.err().println("firedrill: " + loss);
      }
    }
  }
}
