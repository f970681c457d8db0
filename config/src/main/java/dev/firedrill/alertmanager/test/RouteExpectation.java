package dev.firedrill.alertmanager.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a route test expects; null where it expects nothing of the kind.
///
/// @param receivers in order, with repetitions
/// @param groupLabels one for each receiver, or a single one that holds for all of them
/// @param mutedBy names of the time intervals that mute a route which the alert goes to, in any
///     order
/// @param inhibited whether another active alert mutes it
/// @param silenced whether a silence covers it
/// @param messages what must be said, by the receiver that is told: texts each of which must stand
///     in a field of one of its messages
public record RouteExpectation(
    @Nullable Located<List<String>> receivers,
    @Nullable Located<List<Labels>> groupLabels,
    @Nullable Located<List<String>> mutedBy,
    @Nullable Located<Boolean> inhibited,
    @Nullable Located<Boolean> silenced,
    Map<String, List<Located<String>>> messages) {
  /// Expects nothing.
  public static final RouteExpectation NOTHING =
      new RouteExpectation(null, null, null, null, null, Map.of());

  public RouteExpectation {
    messages = Collections.unmodifiableMap(new LinkedHashMap<>(messages));
  }
}
