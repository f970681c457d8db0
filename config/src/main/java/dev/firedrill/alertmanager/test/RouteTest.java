package dev.firedrill.alertmanager.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One alert and what must become of it.
///
/// @param name empty where none is written
/// @param labels of the alert
/// @param annotations of the alert, for what is said
/// @param at when it is, for time intervals; null where nothing is said of it
/// @param firing labels of other alerts that are active, which may inhibit it; the latest at the
///     end
/// @param location the whole test
public record RouteTest(
    Located<String> name,
    Labels labels,
    Map<String, String> annotations,
    @Nullable Instant at,
    List<Labels> firing,
    List<TestSilence> silences,
    RouteExpectation expect,
    Location location) {
  public RouteTest {
    annotations = Map.copyOf(annotations);
    firing = List.copyOf(firing);
    silences = List.copyOf(silences);
  }
}
