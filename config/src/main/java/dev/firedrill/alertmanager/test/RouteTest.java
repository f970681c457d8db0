package dev.firedrill.alertmanager.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;
import java.util.List;

/// One alert and what must become of it.
///
/// @param name empty where none is written
/// @param labels of the alert
/// @param firing labels of other alerts that are active, which may inhibit it; the latest at the
///     end
/// @param location the whole test
public record RouteTest(
    Located<String> name,
    Labels labels,
    List<Labels> firing,
    List<TestSilence> silences,
    RouteExpectation expect,
    Location location) {
  public RouteTest {
    firing = List.copyOf(firing);
    silences = List.copyOf(silences);
  }
}
