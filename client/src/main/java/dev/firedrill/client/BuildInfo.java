package dev.firedrill.client;

/// Which program a server is.
///
/// @param version such as `3.14.0`
/// @param revision of the source
public record BuildInfo(String version, String revision) {}
