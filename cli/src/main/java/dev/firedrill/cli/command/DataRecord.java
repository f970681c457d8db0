package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.SeriesRecording;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.DataBounds;
import dev.firedrill.cli.option.DataEnding;
import dev.firedrill.cli.option.HttpOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.ExportTally;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.MetricFamilies;
import dev.firedrill.cli.report.SeriesOpenMetrics;
import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.SeriesBatches;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.remote.RemoteSource;
import dev.firedrill.series.text.Packing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// `data record`: what rules read from a server, kept in a file.
final class DataRecord implements Command {
  private final Value prometheus;
  private final RulePathOptions rules;
  private final TimeRangeOptions times;
  private final Value output;
  private final HttpOptions http;
  private final ConsoleOptions console;

  DataRecord(Options options) {
    prometheus = options.value("--prometheus", "URL", "the server that has the series");
    rules = RulePathOptions.named(options);
    times = new TimeRangeOptions(options);
    output =
        options.value(
            "--output",
            "FILE",
            "where they are written: OpenMetrics, packed as .gz or .zst says; - prints");
    http = HttpOptions.of(options);
    http.asks(() -> prometheus.get().isPresent());
    console = new ConsoleOptions(options);
    options.example(
        "firedrill data record --prometheus http://localhost:9090 --rules rules/ --start -7d"
            + " --output week.om.gz",
        "what the rules read in the last week");
  }

  @Override
  public int run(Session session) throws IOException {
    if (prometheus.get().isEmpty()) {
      throw new UsageException("option --prometheus URL is missing: which server has the series?");
    }
    if (output.get().isEmpty()) {
      throw new UsageException("option --output FILE is missing: where are they to be written?");
    }
    DataEnding.check(output.required(), Format.OPENMETRICS, List.of());
    List<RuleFile> files = RuleReplay.valid(session, rules.read(session));
    PrometheusApi server = http.prometheus(session, prometheus.required(), "--prometheus");
    DataBounds bounds = times.bounds(System.currentTimeMillis());
    RemoteSource source = RemoteSource.numbersByQueries(server, bounds.first(), bounds.last());
    Long first = bounds.first();
    long start = first == null ? source.extent().map(TimeRange::first).orElseThrow() : first;
    if (start > bounds.last()) {
      throw new UsageException(
          "--start "
              + Instant.ofEpochMilli(start)
              + " is after --end "
              + Instant.ofEpochMilli(bounds.last()));
    }
    ProgressLine progress = new ProgressLine(session);
    SeriesRecording recording =
        SeriesRecording.of(
            files,
            source,
            new TimeRange(start, bounds.last()),
            (done, of, samples) -> {
              if (!console.quiet()) {
                show(progress, done, of, samples);
              }
            });
    if (recording.series().isEmpty()) {
      throw new CommandException(
          "the server has none of the series that the rules read in that time: nothing is written");
    }
    String file = output.required();
    SeriesOpenMetrics text = text(recording, families(server));
    boolean printed = file.equals(InputFile.STANDARD_INPUT);
    if (printed) {
      text.write(session.out());
    } else {
      AtomicFile.write(session.resolve(file), out -> write(text, Packing.ofName(file), out));
    }
    PrintWriter notes = printed ? session.err() : session.out();
    if (!console.quiet()) {
      notes.println(
          file
              + ": "
              + recording.series().size()
              + " series, "
              + Counted.of(recording.samples(), "sample"));
    }
    for (String missing : recording.missing()) {
      notes.println("nothing for " + missing);
    }
    return ExitStatus.OK;
  }

  private static void show(ProgressLine progress, int done, int of, long samples) {
    progress.show(done == of ? "" : done + " of " + of + " selectors, " + samples + " samples");
  }

  private static SeriesOpenMetrics text(SeriesRecording recording, MetricFamilies families) {
    SeriesStore store = new SeriesStore();
    recording.series().forEach(store::add);
    TimeRange range = store.extent().orElse(TimeRange.ALL);
    return new SeriesOpenMetrics(new SeriesBatches(store, range), families, new ExportTally());
  }

  private static void write(SeriesOpenMetrics text, Packing packing, OutputStream file)
      throws IOException {
    OutputStream out = packing.pack(file);
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      text.write(writer);
    }
  }

  // Some servers have no metadata, and it is for people only.
  private static MetricFamilies families(PrometheusApi server) {
    try {
      return new MetricFamilies(server.metadata());
    } catch (ClientException e) {
      return new MetricFamilies(Map.of());
    }
  }
}
