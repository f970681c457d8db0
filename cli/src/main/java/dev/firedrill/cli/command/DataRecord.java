package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.ProgressLine;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.RecordedData;
import dev.firedrill.cli.input.RuleReplay;
import dev.firedrill.cli.input.SeriesRecording;
import dev.firedrill.cli.option.ConsoleOptions;
import dev.firedrill.cli.option.DataBounds;
import dev.firedrill.cli.option.HttpOptions;
import dev.firedrill.cli.option.Options;
import dev.firedrill.cli.option.RulePathOptions;
import dev.firedrill.cli.option.TimeRangeOptions;
import dev.firedrill.cli.option.Value;
import dev.firedrill.cli.report.MetricFamilies;
import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.remote.RemoteSource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// `data record`: what rules read from a server, kept in a file.
final class DataRecord implements Command {
  private final Value prometheus;
  private final RulePathOptions rules;
  private final TimeRangeOptions times;
  private final Value output;
  private final HttpOptions http;
  private final ConsoleOptions console;

  DataRecord(Options options) {
    prometheus =
        options.value(
            "--prometheus",
            "URL",
            "the server with the series; remote-read+http://... gives native histograms, too");
    rules = RulePathOptions.named(options);
    times = new TimeRangeOptions(options);
    output =
        options.value(
            "--output",
            "FILE",
            "where: OpenMetrics, packed as .gz or .zst says; FOLDER/ keeps all exactly; - prints");
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
    RecordingOutput written = RecordingOutput.of(session, output.required(), console.quiet());
    List<RuleFile> files = RuleReplay.valid(session, rules.read(session));
    String url = prometheus.required();
    boolean read = url.startsWith(RecordedData.REMOTE_READ);
    PrometheusApi server =
        http.prometheus(
            session, read ? url.substring(RecordedData.REMOTE_READ.length()) : url, "--prometheus");
    DataBounds bounds = times.bounds(System.currentTimeMillis());
    AtomicBoolean histograms = new AtomicBoolean();
    RemoteSource source =
        read
            ? RemoteSource.byRemoteRead(server, bounds.first(), bounds.last())
            : RemoteSource.numbersByQueries(
                server, bounds.first(), bounds.last(), () -> histograms.set(true));
    Long first = bounds.first();
    long start =
        first == null
            ? source.extent().map(TimeRange::first).orElseThrow(DataRecord::nothing)
            : first;
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
    if (recording.series().size() == recording.times()) {
      throw nothing();
    }
    written.write(session, recording, () -> families(server));
    if (histograms.get()) {
      session
          .err()
          .println(
              "firedrill: warning: native histograms left out: queries do not give them in full;"
                  + " --prometheus remote-read+http://... does, into a folder");
    }
    for (String missing : recording.missing()) {
      written.notes(session).println("nothing for " + missing);
    }
    return ExitStatus.OK;
  }

  private static CommandException nothing() {
    return new CommandException(
        "the server has none of the series that the rules read in that time: nothing is written");
  }

  private static void show(ProgressLine progress, int done, int of, long samples) {
    progress.show(done == of ? "" : done + " of " + of + " selectors, " + samples + " samples");
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
