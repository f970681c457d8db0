package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The input of unit tests as recorded series: each sample at the time at which the test has it,
/// counted from its `start_timestamp` or from the epoch.
public final class TestData {
  private static final String CHECK = "test/data";

  private final SourceFile source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private TestData(SourceFile source) {
    this.source = source;
  }

  /// Reads the input of a test, or of all tests of a file where no two have the same series.
  ///
  /// @param directory what the path of the file is relative to
  /// @param chosen the name of a test, or its number from 1 on; null for all tests
  /// @return the series; nothing where an error was found
  public static Loaded<SeriesStore> read(
      SourceFile source, Path directory, @Nullable String chosen) {
    return new TestData(source).read(directory, chosen);
  }

  private Loaded<SeriesStore> read(Path directory, @Nullable String chosen) {
    Loaded<UnitTestFile> loaded = UnitTestReader.read(source);
    UnitTestFile file = loaded.value();
    if (file == null || loaded.failed()) {
      return new Loaded<>(null, loaded.diagnostics());
    }
    List<UnitTest> tests = chosen == null ? file.tests() : chosen(file, chosen);
    Recordings recordings = Recordings.read(file, tests, directory);
    diagnostics.addAll(recordings.diagnostics());
    SeriesStore all = new SeriesStore();
    Map<Labels, UnitTest> owners = new HashMap<>();
    for (UnitTest test : tests) {
      UnitTest placed = recordings.placed(test, file.evaluationInterval());
      for (Series series : series(placed, recordings)) {
        UnitTest other = owners.putIfAbsent(series.labels(), test);
        if (other == null) {
          all.add(series);
        } else {
          diagnostics.add(shared(series, other, test));
          return new Loaded<>(null, diagnostics);
        }
      }
    }
    Loaded<SeriesStore> read = new Loaded<>(all, diagnostics);
    return read.failed() ? new Loaded<>(null, diagnostics) : read;
  }

  private List<Series> series(UnitTest test, Recordings recordings) {
    try {
      InputSeriesLoader loader = InputSeriesLoader.of(test, recordings);
      SeriesStore store = new SeriesStore();
      loader.loadUntil(loader.lastTime(), store);
      return store.all();
    } catch (TestSetupException e) {
      diagnostics.add(e.diagnostic());
      return List.of();
    }
  }

  private List<UnitTest> chosen(UnitTestFile file, String chosen) {
    List<UnitTest> named =
        file.tests().stream().filter(test -> test.name().equals(chosen)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    for (int i = 0; i < file.tests().size(); i++) {
      if (chosen.equals(Integer.toString(i + 1))) {
        return List.of(file.tests().get(i));
      }
    }
    List<String> names = file.tests().stream().map(UnitTest::name).toList();
    Diagnostic none =
        Diagnostic.error(
            CHECK, "no test is named '" + chosen + "'", new Location(source, Span.at(0)));
    diagnostics.add(
        Spelling.nearest(chosen, names)
            .map(near -> none.withHelp("did you mean '" + near + "'?"))
            .orElse(none.withHelp("a name of the file, or a number from 1 to " + names.size())));
    return List.of();
  }

  private Diagnostic shared(Series series, UnitTest first, UnitTest second) {
    return Diagnostic.error(
            CHECK, "several tests have the series " + series.labels(), second.location())
        .withNote("it is in this test, too", first.location())
        .withHelp("choose a test by its name or number: " + source.path() + "#1");
  }
}
