package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An alert as a client posts it.
///
/// @param labels name the alert; empty values are the same as none
/// @param annotations by name
/// @param startsAt epoch milliseconds; null where the client does not say
/// @param endsAt epoch milliseconds; null where the client does not say
public record PostedAlert(
    Labels labels,
    SortedMap<String, String> annotations,
    @Nullable Long startsAt,
    @Nullable Long endsAt) {
  public PostedAlert {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
  }
}
