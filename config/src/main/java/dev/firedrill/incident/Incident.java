package dev.firedrill.incident;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.Labels;

/// Something that went wrong and that an alert should have told of.
///
/// @param name what people call it; empty where it has none
/// @param start epoch milliseconds
/// @param end epoch milliseconds, not before the start; the start itself where only a time is known
/// @param labels that an alert has to have, so that it is about this
/// @param location where it is written
public record Incident(String name, long start, long end, Labels labels, Location location) {
  /// {@return whether an alert with these labels can be about it}
  public boolean concerns(Labels alert) {
    for (int i = 0; i < labels.size(); i++) {
      if (!labels.value(i).equals(alert.get(labels.name(i)))) {
        return false;
      }
    }
    return true;
  }
}
