package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.yaml.YamlNode;
import java.util.List;

/// A named time interval that routes may refer to.
///
/// @param deprecated whether it stands under `mute_time_intervals`
/// @param intervals as written
/// @param location the whole entry
public record TimeInterval(
    Located<String> name, boolean deprecated, List<YamlNode> intervals, Location location) {
  public TimeInterval {
    intervals = List.copyOf(intervals);
  }
}
