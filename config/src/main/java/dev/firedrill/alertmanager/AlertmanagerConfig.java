package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Alertmanager's configuration file.
///
/// @param global the mapping under `global`, as written; null where there is none
/// @param timeIntervals those under `time_intervals` and those under the deprecated
///     `mute_time_intervals`
/// @param templates patterns of template files, relative to the file
public record AlertmanagerConfig(
    SourceFile source,
    @Nullable YamlNode global,
    Route route,
    List<Receiver> receivers,
    List<InhibitRule> inhibitRules,
    List<TimeInterval> timeIntervals,
    List<SourceText> templates) {
  public AlertmanagerConfig {
    receivers = List.copyOf(receivers);
    inhibitRules = List.copyOf(inhibitRules);
    timeIntervals = List.copyOf(timeIntervals);
    templates = List.copyOf(templates);
  }

  /// {@return the receiver of a name}
  public Optional<Receiver> receiver(String name) {
    return receivers.stream().filter(receiver -> receiver.name().value().equals(name)).findFirst();
  }

  /// {@return the time interval of a name}
  public Optional<TimeInterval> timeInterval(String name) {
    return timeIntervals.stream()
        .filter(interval -> interval.name().value().equals(name))
        .findFirst();
  }
}
