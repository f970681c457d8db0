package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An alert as Alertmanager keeps it. All times are epoch milliseconds.
///
/// @param annotations by name, those of the latest post, made when somebody asks for them
/// @param endsAt when it is taken to be resolved
/// @param updatedAt when it was last posted
/// @param timeout whether `endsAt` was not said by the client but follows from `resolve_timeout`
public record StoredAlert(
    Labels labels,
    Supplier<SortedMap<String, String>> annotations,
    long startsAt,
    long endsAt,
    long updatedAt,
    boolean timeout) {

  /// {@return an alert as it is taken in}
  ///
  /// @param now when it arrives
  /// @param resolveTimeout milliseconds after which an alert without an end is resolved
  static StoredAlert of(PostedAlert posted, long now, long resolveTimeout) {
    Long start = posted.startsAt();
    Long end = posted.endsAt();
    long startsAt = start != null ? start : end != null ? end : now;
    long endsAt = end != null ? end : now + resolveTimeout;
    return new StoredAlert(
        posted.labels(), posted.annotations(), startsAt, endsAt, now, end == null);
  }

  /// {@return whether its end has come}
  public boolean isResolved(long time) {
    return endsAt <= time;
  }

  /// {@return this alert, posted after `old`: one alert where the two overlap, else this one}
  StoredAlert after(@Nullable StoredAlert old) {
    if (old == null || !overlaps(old)) {
      return this;
    }
    return new StoredAlert(
        labels,
        annotations,
        Math.min(startsAt, old.startsAt),
        mergedEnd(old),
        updatedAt,
        mergedEnd(old) == endsAt ? timeout : old.timeout);
  }

  private boolean overlaps(StoredAlert old) {
    return (endsAt > old.startsAt && endsAt < old.endsAt)
        || (startsAt > old.startsAt && startsAt < old.endsAt);
  }

  // A shorter end in the future never shortens one that a client gave.
  private long mergedEnd(StoredAlert old) {
    if (isResolved(updatedAt)) {
      return old.isResolved(updatedAt) ? Math.max(endsAt, old.endsAt) : endsAt;
    }
    return old.endsAt > endsAt && !old.timeout ? old.endsAt : endsAt;
  }
}
