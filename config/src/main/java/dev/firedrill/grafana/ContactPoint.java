package dev.firedrill.grafana;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whom Grafana tells: what Alertmanager calls a receiver.
///
/// @param name null where there is none
/// @param location the whole of it
public record ContactPoint(
    @Nullable SourceText name, List<Integration> integrations, Location location) {
  public ContactPoint {
    integrations = List.copyOf(integrations);
  }

  /// One way of telling them.
  ///
  /// @param type null where there is none
  /// @param uid null where there is none
  /// @param settings the names of the settings that have a value
  /// @param location the whole of it
  public record Integration(
      @Nullable SourceText type,
      @Nullable SourceText uid,
      Set<String> settings,
      Location location) {
    public Integration {
      settings = Set.copyOf(settings);
    }
  }
}
