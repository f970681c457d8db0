package dev.firedrill.rules.test.check;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.rules.test.UnitTest.InputSeries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Input series that never reach the rules: promtool reads no series after a blank line, and of two
/// with the same labels only the last.
final class InputSeriesCheck implements TestCheck {
  private static final String CHECK = "test/input-series";

  @Override
  public void check(TestSubject subject, Consumer<Diagnostic> findings) {
    List<InputSeries> series = subject.test().inputSeries();
    for (int i = 0; i + 1 < series.size(); i++) {
      if (endsReading(series.get(i))) {
        Location place = series.get(i).values().location();
        findings.accept(
            Diagnostic.of(
                    CHECK,
                    Severity.WARNING,
                    "the values hold a blank line, after which no series is read",
                    place)
                .withNote("this series is not there", series.get(i + 1).series().location())
                .withHelp("write the values in one line, or with >- instead of |"));
        return;
      }
    }
    checkReplaced(series, findings);
  }

  private static boolean endsReading(InputSeries series) {
    String[] lines = (series.series().text() + " " + series.values().text()).split("\n", -1);
    for (String line : lines) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        return true;
      }
    }
    return false;
  }

  // Of a template some series may be replaced: that is how one of many is made an exception.
  private static void checkReplaced(List<InputSeries> series, Consumer<Diagnostic> findings) {
    Map<Labels, Location> last = new HashMap<>();
    Map<Location, Location> replacedBy = new HashMap<>();
    Set<Location> used = new HashSet<>();
    for (int i = series.size() - 1; i >= 0; i--) {
      Location place = series.get(i).series().location();
      if (SeriesNotation.parseMetric(series.get(i).series().text())
          instanceof SeriesResult.Parsed parsed) {
        @Nullable Location later = last.putIfAbsent(parsed.series().labels(), place);
        if (later == null) {
          used.add(place);
        } else {
          replacedBy.put(place, later);
        }
      }
    }
    replacedBy.forEach(
        (place, later) -> {
          if (!used.contains(place)) {
            findings.accept(
                Diagnostic.of(
                        CHECK,
                        Severity.WARNING,
                        "another series has the same labels and takes the place of this one",
                        place)
                    .withNote("this one counts", later));
          }
        });
  }
}
