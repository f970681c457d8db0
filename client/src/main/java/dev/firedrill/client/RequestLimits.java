package dev.firedrill.client;

import java.time.Duration;

/// How long and how often a client tries, and how much it asks at a time.
///
/// @param connect how long a connection may take to be made
/// @param silence how long a server may send nothing
/// @param attempts how often a request is sent at most, where trying again may help
/// @param concurrency how many requests are under way at a time
public record RequestLimits(Duration connect, Duration silence, int attempts, int concurrency) {
  /// What holds where nothing is set.
  public static final RequestLimits DEFAULT =
      new RequestLimits(Duration.ofSeconds(10), Duration.ofSeconds(130), 4, 8);

  /// {@return these with another limit of silence}
  public RequestLimits withSilence(Duration other) {
    Duration shorter = other.compareTo(connect) < 0 ? other : connect;
    return new RequestLimits(shorter, other, attempts, concurrency);
  }

  /// {@return these with another number of requests at a time}
  public RequestLimits withConcurrency(int other) {
    return new RequestLimits(connect, silence, attempts, other);
  }
}
