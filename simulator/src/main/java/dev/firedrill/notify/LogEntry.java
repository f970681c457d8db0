package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import java.util.Set;

/// What an integration was last told of a group.
///
/// @param timestamp epoch milliseconds
record LogEntry(Set<Labels> firing, Set<Labels> resolved, long timestamp) {
  LogEntry {
    firing = Set.copyOf(firing);
    resolved = Set.copyOf(resolved);
  }
}
