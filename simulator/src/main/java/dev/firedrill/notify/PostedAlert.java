package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An alert as a client posts it.
///
/// @param labels name the alert; empty values are the same as none
/// @param annotations by name, made when somebody asks for them
/// @param startsAt epoch milliseconds; null where the client does not say
/// @param endsAt epoch milliseconds; null where the client does not say
public record PostedAlert(
    Labels labels,
    Supplier<SortedMap<String, String>> annotations,
    @Nullable Long startsAt,
    @Nullable Long endsAt) {
  /// An alert whose annotations are known.
  public PostedAlert(
      Labels labels,
      SortedMap<String, String> annotations,
      @Nullable Long startsAt,
      @Nullable Long endsAt) {
    this(labels, known(annotations), startsAt, endsAt);
  }

  private static Supplier<SortedMap<String, String>> known(SortedMap<String, String> annotations) {
    SortedMap<String, String> copy = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    return () -> copy;
  }
}
