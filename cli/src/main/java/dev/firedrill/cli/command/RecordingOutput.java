package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.SeriesRecording;
import dev.firedrill.cli.option.DataEnding;
import dev.firedrill.cli.report.Counted;
import dev.firedrill.cli.report.ExportTally;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.MetricFamilies;
import dev.firedrill.cli.report.SeriesOpenMetrics;
import dev.firedrill.series.SeriesBatches;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.Packing;
import dev.firedrill.series.tsdb.LogFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Where recorded series are written: as text, which cannot hold all, or as a data folder.
///
/// @param name as it was given
/// @param path of the file or folder
/// @param quiet whether only what was left out is said
record RecordingOutput(String name, Path path, boolean quiet) {
  /// {@return where a name points}
  /// @throws CommandException when a folder is there already and holds something
  static RecordingOutput of(Session session, String name, boolean quiet) throws IOException {
    RecordingOutput output = new RecordingOutput(name, session.resolve(name), quiet);
    if (output.isFolder()) {
      output.checkEmpty();
    } else {
      DataEnding.check(name, Format.OPENMETRICS, List.of());
    }
    return output;
  }

  private boolean isFolder() {
    return name.endsWith("/") || Files.isDirectory(path);
  }

  private boolean isPrinted() {
    return name.equals(InputFile.STANDARD_INPUT);
  }

  /// {@return where it is said what was written: not among the data}
  PrintWriter notes(Session session) {
    return isPrinted() ? session.err() : session.out();
  }

  private void checkEmpty() throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> there = Files.list(path)) {
        if (there.findAny().isPresent()) {
          throw new CommandException(name + ": is there already, and not empty");
        }
      }
    }
  }

  /// Writes the series and says so, and what of them was left out.
  void write(Session session, SeriesRecording recording, Supplier<MetricFamilies> families)
      throws IOException {
    if (isFolder()) {
      LogFolder.write(path, recording.series());
      tell(session, recording, recording.series().size(), recording.samples());
      return;
    }
    ExportTally tally = new ExportTally();
    SeriesStore store = new SeriesStore();
    recording.series().forEach(store::add);
    TimeRange range = store.extent().orElse(TimeRange.ALL);
    SeriesOpenMetrics text =
        new SeriesOpenMetrics(new SeriesBatches(store, range), families.get(), tally);
    if (isPrinted()) {
      text.write(session.out());
    } else {
      AtomicFile.write(path, out -> write(text, Packing.ofName(name), out));
    }
    tell(session, recording, tally.seriesWritten(), tally.samplesWritten());
    List<String> losses = tally.losses("OpenMetrics", 0);
    losses.forEach(loss -> session.err().println("firedrill: warning: " + loss));
    if (!losses.isEmpty()) {
      session
          .err()
          .println(
              "firedrill: series that ended are seen for 5m more, so that alerts may come and go"
                  + " at other times than on the server; --output FOLDER/ keeps all exactly");
    }
  }

  private static void write(SeriesOpenMetrics text, Packing packing, OutputStream file)
      throws IOException {
    OutputStream out = packing.pack(file);
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      text.write(writer);
    }
  }

  private void tell(Session session, SeriesRecording recording, long series, long samples) {
    if (quiet) {
      return;
    }
    StringBuilder text = new StringBuilder(name).append(": ").append(series).append(" series, ");
    text.append(Counted.of(samples, "sample"));
    if (recording.times() > 0) {
      text.append("; ").append(recording.times());
      text.append(" of the series show only when rules were evaluated");
    }
    notes(session).println(text);
  }
}
