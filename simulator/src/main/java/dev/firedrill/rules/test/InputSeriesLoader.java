package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesDescription;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The input series of a test and its recorded series, which come into a store as time goes on.
final class InputSeriesLoader {
  private static final long MAX_SAMPLES = 10_000_000;

  private final List<Pending> pending = new ArrayList<>();
  private List<Series> recorded = List.of();
  private int[] next = {};

  /// Reads the notation of all series of a test. Of several with one label set the last counts; it
  /// takes the place of a recorded series, too.
  ///
  /// @throws TestSetupException where promtool rejects the notation
  static InputSeriesLoader of(UnitTest test, Recordings recordings) throws TestSetupException {
    LinkedHashMap<Labels, SeriesDescription> described = new LinkedHashMap<>();
    int line = 2;
    long samples = 0;
    for (InputSeries input : test.inputSeries()) {
      int before = described.size();
      line = read(input, line, described);
      if (line < 0) {
        break;
      }
      samples += described.size() > before ? described.lastEntry().getValue().values().size() : 0;
      if (samples > MAX_SAMPLES) {
        throw tooMany(input);
      }
    }
    InputSeriesLoader loader = new InputSeriesLoader();
    for (SeriesDescription series : described.values()) {
      long interval = test.interval().toMillis();
      loader.pending.add(new Pending(series, test.start(), interval));
    }
    loader.recorded =
        recordings.of(test).stream()
            .filter(series -> !described.containsKey(series.labels()))
            .toList();
    loader.next = new int[loader.recorded.size()];
    return loader;
  }

  private static TestSetupException tooMany(InputSeries input) {
    String text = "the series of the test have more than 10 million samples";
    Diagnostic diagnostic = Diagnostic.error("test/series", text, input.values().location());
    return new TestSetupException(text, diagnostic.withHelp("fewer series, or fewer repetitions"));
  }

  // promtool makes lines of the series and stops at the first that is blank or a comment, so a
  // line break at the end of some values hides all series after them.
  // Returns the number of the line after, or a negative number where reading ends.
  private static int read(InputSeries input, int first, Map<Labels, SeriesDescription> described)
      throws TestSetupException {
    int number = first;
    String text = input.series().text() + " " + input.values().text();
    for (String line : text.split("\n", -1)) {
      String trimmed = line.strip();
      if (trimmed.isEmpty() || trimmed.startsWith("#")) {
        return -1;
      }
      switch (SeriesNotation.parse(trimmed)) {
        case SeriesResult.Parsed parsed -> described.put(parsed.series().labels(), parsed.series());
        case SeriesResult.Rejected rejected ->
            throw TestSetupException.of(rejected.error(), input, number);
      }
      number++;
    }
    return number;
  }

  /// Puts all samples up to a time into a store.
  ///
  /// @param time epoch milliseconds
  void loadUntil(long time, SeriesStore store) {
    for (Pending series : pending) {
      series.loadUntil(time, store);
    }
    for (int i = 0; i < next.length; i++) {
      Samples samples = recorded.get(i).samples();
      while (next[i] < samples.size() && samples.time(next[i]) <= time) {
        store.append(recorded.get(i).labels(), samples, next[i]);
        next[i]++;
      }
    }
  }

  /// Begins again with the first samples.
  void rewind() {
    pending.forEach(series -> series.next = 0);
    Arrays.fill(next, 0);
  }

  /// {@return the time of the last sample, in epoch milliseconds; [Long#MIN_VALUE] without any}
  long lastTime() {
    long last = Long.MIN_VALUE;
    for (Pending series : pending) {
      int steps = series.series.values().size();
      last = Math.max(last, series.start + Math.max(0, steps - 1) * series.interval);
    }
    for (Series series : recorded) {
      last = Math.max(last, series.samples().lastTime());
    }
    return last;
  }

  private static final class Pending {
    private final SeriesDescription series;
    private final long start;
    private final long interval;
    private int next;

    Pending(SeriesDescription series, long start, long interval) {
      this.series = series;
      this.start = start;
      this.interval = interval;
    }

    void loadUntil(long time, SeriesStore store) {
      while (next < series.values().size() && start + next * interval <= time) {
        long at = start + next * interval;
        switch (series.values().get(next)) {
          case SeriesValue.Missing _ -> {}
          case SeriesValue.Sample sample -> store.append(series.labels(), at, sample.value());
          case SeriesValue.HistogramSample sample ->
              store.append(series.labels(), at, sample.histogram());
        }
        next++;
      }
    }
  }
}
