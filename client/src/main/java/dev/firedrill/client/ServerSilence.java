package dev.firedrill.client;

import dev.firedrill.labels.LabelMatcher;
import java.util.List;

/// A silence of an Alertmanager.
///
/// @param id given by the server
/// @param state `pending`, `active` or `expired`
/// @param matchers that an alert must satisfy, all of them
/// @param startsAt in RFC 3339
/// @param endsAt in RFC 3339
/// @param createdBy who made it
/// @param comment why
public record ServerSilence(
    String id,
    String state,
    List<LabelMatcher> matchers,
    String startsAt,
    String endsAt,
    String createdBy,
    String comment) {
  public ServerSilence {
    matchers = List.copyOf(matchers);
  }
}
