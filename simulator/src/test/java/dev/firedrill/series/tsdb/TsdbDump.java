package dev.firedrill.series.tsdb;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What `promtool tsdb dump` prints of a data folder, and the same read by us.
final class TsdbDump {
  private TsdbDump() {}

  /// {@return a line for each number: labels, value and milliseconds, sorted}
  static List<String> ours(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    try (TsdbSource source = TsdbSource.open(folder)) {
      LabelMatcher any = LabelMatcher.of("__name__", LabelMatcher.Operator.REGEX, ".+");
      for (Series series : source.select(List.of(any), TimeRange.ALL)) {
        add(series, lines);
      }
      source.damage().forEach(damage -> lines.add(damage.toString()));
    }
    lines.sort(null);
    return lines;
  }

  private static void add(Series series, List<String> lines) {
    Samples samples = series.samples();
    for (int i = 0; i < samples.size(); i++) {
      // The end of a series of histograms is a histogram to promtool.
      boolean end = samples.mayHoldHistograms() && StaleNaN.isStale(samples.value(i));
      if (!samples.isHistogram(i) && !end) {
        lines.add(series.labels() + " " + samples.value(i) + " " + samples.time(i));
      }
    }
  }

  /// {@return the same, printed by the real tool}
  ///
  /// @param folder a copy, as promtool writes into it
  static List<String> promtools(Path folder) throws IOException, InterruptedException {
    Path kept = Path.of(System.getProperty("firedrill.root"), "testdata");
    if (folder.toAbsolutePath().startsWith(kept.toAbsolutePath())) {
      throw new IllegalArgumentException(folder + ": promtool would write into it: copy it first");
    }
    Process process =
        new ProcessBuilder("promtool", "tsdb", "dump", folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("promtool tsdb dump: " + output);
    }
    List<String> lines = new ArrayList<>();
    for (String line : output.lines().toList()) {
      int time = line.lastIndexOf(' ');
      int value = line.lastIndexOf(' ', time - 1);
      double number = parse(line.substring(value + 1, time));
      lines.add(line.substring(0, value) + " " + number + line.substring(time));
    }
    lines.sort(null);
    return lines;
  }

  private static double parse(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
