package dev.firedrill.client;

import dev.firedrill.labels.Labels;

/// A rule that a server has loaded.
///
/// @param group the name of its group
/// @param file where the server read it
/// @param name of the alert or record
/// @param alerting whether it is an alert
/// @param query its expression as the server prints it
/// @param health `ok`, `err` or `unknown`
/// @param lastError what went wrong at its last evaluation; empty for nothing
/// @param evaluationSeconds how long the last evaluation took
public record ServerRule(
    String group,
    String file,
    String name,
    boolean alerting,
    String query,
    Labels labels,
    String health,
    String lastError,
    double evaluationSeconds) {}
