package dev.firedrill.client;

import dev.firedrill.labels.Labels;
import java.util.List;

/// An alert that an Alertmanager knows of.
///
/// @param state `active`, `suppressed` or `unprocessed`
/// @param startsAt in RFC 3339
/// @param receivers the names of those who are told
public record AlertmanagerAlert(
    Labels labels, Labels annotations, String state, String startsAt, List<String> receivers) {
  public AlertmanagerAlert {
    receivers = List.copyOf(receivers);
  }
}
