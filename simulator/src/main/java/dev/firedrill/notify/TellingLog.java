package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.route.MatchedRoute;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Alertmanager's notification log: what each integration was last told of each group.
///
/// An entry holds for two repeat intervals, five days at most, and goes with the next maintenance
/// after that.
final class TellingLog {
  private static final long RETENTION = Duration.ofDays(5).toMillis();
  private static final long MAINTENANCE = Duration.ofMinutes(15).toMillis();

  private final long start;
  private final Map<Key, Kept> entries = new HashMap<>();

  /// Names an entry. Sibling routes with the same matchers and receiver share it.
  record Key(String group, String receiver, String integration, int index) {
    static Key of(MatchedRoute group, Integration integration) {
      return new Key(
          group.groupKey(), group.route().receiver(), integration.kind(), integration.index());
    }
  }

  private record Kept(LogEntry entry, long expiresAt) {}

  /// An empty log.
  ///
  /// @param start when the server started, in epoch milliseconds
  TellingLog(long start) {
    this.start = start;
  }

  /// {@return what was told last; null where nothing is known}
  @Nullable LogEntry find(Key key, long time) {
    Kept kept = entries.get(key);
    long maintained = start + (time - start) / MAINTENANCE * MAINTENANCE;
    return kept == null || kept.expiresAt() <= maintained ? null : kept.entry();
  }

  void put(Key key, LogEntry entry, Duration repeat) {
    long kept = Math.min(RETENTION, 2 * repeat.toMillis());
    entries.put(key, new Kept(entry, entry.timestamp() + kept));
  }
}
