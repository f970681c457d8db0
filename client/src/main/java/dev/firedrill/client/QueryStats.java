package dev.firedrill.client;

/// What a query cost the server.
///
/// @param seconds the time it took
/// @param samples how many samples it read, each as often as it was looked at
/// @param peakSamples how many samples it held at a time
/// @param series how many series came of it
public record QueryStats(double seconds, long samples, long peakSamples, int series) {}
