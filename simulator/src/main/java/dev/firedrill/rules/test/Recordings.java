package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.text.RecordedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The recordings that the tests of a file are fed with, each read once.
///
/// @param byPath by the path as the test file writes it; those that could not be read are missing
/// @param diagnostics what is wrong with them
public record Recordings(Map<String, SeriesStore> byPath, List<Diagnostic> diagnostics) {
  /// Of tests that use none.
  public static final Recordings NONE = new Recordings(Map.of(), List.of());

  private static final String CHECK = "test/input-data";
  private static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  public Recordings {
    byPath = Map.copyOf(byPath);
    diagnostics = List.copyOf(diagnostics);
  }

  /// {@return whether one could not be read}
  boolean failed() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /// Reads what tests use.
  ///
  /// @param file where the tests stand
  /// @param directory what the path of the test file is relative to
  static Recordings read(UnitTestFile file, List<UnitTest> tests, Path directory) {
    Map<String, SeriesStore> byPath = new HashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (UnitTest test : tests) {
      for (RecordedInput input : test.additions().recordings()) {
        String path = input.file().text();
        if (!byPath.containsKey(path)) {
          byPath.put(path, read(file, input, directory, diagnostics));
        }
      }
    }
    return new Recordings(byPath, diagnostics);
  }

  private static SeriesStore read(
      UnitTestFile file, RecordedInput input, Path directory, List<Diagnostic> diagnostics) {
    String written = input.file().text();
    Path relative = Path.of(file.source().path()).resolveSibling(written).normalize();
    Path place = directory.resolve(relative);
    if (!Files.isRegularFile(place)) {
      String what = Files.isDirectory(place) ? "is a folder" : "does not exist";
      diagnostics.add(
          Diagnostic.error(CHECK, "recording '" + written + "' " + what, input.file().location())
              .withHelp("paths are relative to the folder of the test file"));
      return new SeriesStore();
    }
    try {
      Loaded<SeriesStore> loaded = RecordedFile.read(place, relative.toString());
      // How else it could be read matters where somebody looks at it for the first time.
      for (Diagnostic found : loaded.diagnostics()) {
        if (found.severity() != Severity.INFO) {
          diagnostics.add(found);
        }
      }
      return loaded.get().orElseGet(SeriesStore::new);
    } catch (IOException e) {
      String problem = "cannot read recording '" + written + "': " + e.getMessage();
      diagnostics.add(Diagnostic.error(CHECK, problem, input.file().location()));
      return new SeriesStore();
    }
  }

  /// {@return the test with its start: that of its data where it has none of its own, rounded down
  /// to a multiple of the interval}
  UnitTest placed(UnitTest test, Duration interval) {
    if (!test.additions().startsWithData()) {
      return test;
    }
    Optional<Long> first =
        test.additions().recordings().stream()
            .filter(input -> input.at() == null)
            .map(this::source)
            .map(SeriesSource::extent)
            .flatMap(Optional::stream)
            .map(TimeRange::first)
            .min(Long::compare);
    return first
        .map(time -> test.withStart(Math.floorDiv(time, interval.toMillis()) * interval.toMillis()))
        .orElse(test);
  }

  /// {@return the recorded series of a test, at the times at which the test has them}
  List<Series> of(UnitTest test) {
    List<SeriesSource> sources = new ArrayList<>();
    for (RecordedInput input : test.additions().recordings()) {
      sources.add(moved(source(input), input, test.start()));
    }
    return sources.isEmpty() ? List.of() : MergedSource.of(sources).select(List.of(), ALL);
  }

  private SeriesStore source(RecordedInput input) {
    SeriesStore store = byPath.getOrDefault(input.file().text(), new SeriesStore());
    if (input.match().isEmpty()) {
      return store;
    }
    SeriesStore matching = new SeriesStore();
    for (Series series : store.all()) {
      if (input.match().stream().anyMatch(each -> matches(each, series.labels()))) {
        matching.add(series);
      }
    }
    return matching;
  }

  private static boolean matches(List<LabelMatcher> matchers, Labels labels) {
    return matchers.stream().allMatch(matcher -> matcher.matches(labels));
  }

  private static SeriesStore moved(SeriesStore store, RecordedInput input, long start) {
    var at = input.at();
    Optional<TimeRange> extent = store.extent();
    if (at == null || extent.isEmpty()) {
      return store;
    }
    long distance = start + at.value().toMillis() - extent.get().first();
    SeriesStore moved = new SeriesStore();
    for (Series series : store.all()) {
      moved.add(new Series(series.labels(), series.samples().movedBy(distance)));
    }
    return moved;
  }
}
