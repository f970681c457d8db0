package dev.firedrill.client;

/// What an Alertmanager says of itself.
///
/// @param version such as `0.34.0`
/// @param configuration as YAML, secrets left out
public record AlertmanagerStatus(String version, String configuration) {}
