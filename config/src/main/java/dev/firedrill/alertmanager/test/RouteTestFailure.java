package dev.firedrill.alertmanager.test;

import dev.firedrill.diagnostic.Location;

/// Something that a route test expected otherwise.
///
/// @param subject the key of the expectation: `receivers`, `group_labels`, `muted_by`,
///     `inhibited`, `silenced`, `messages`
/// @param expected as printed for people
/// @param got as printed for people
/// @param reason why it is so
/// @param location the expectation
public record RouteTestFailure(
    String subject, String expected, String got, String reason, Location location) {}
