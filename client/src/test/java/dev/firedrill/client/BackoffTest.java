package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private final List<Duration> waited = new ArrayList<>();
  private final Backoff backoff = new Backoff(new Random(1), InstantSource.fixed(NOW), waited::add);

  @Test
  void waitsTwiceAsLongEachTimeAndPartlyByChance() {
    for (int attempt = 1; attempt <= 8; attempt++) {
      assertThat(backoff.await(attempt, null)).isTrue();
      long most = Math.min(5000, 100L << attempt);
      assertThat(waited.removeFirst())
          .isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
    }
  }

  @Test
  void waitsAsLongAsTheServerAsksFor() {
    assertThat(backoff.await(1, "7")).isTrue();
    assertThat(backoff.await(1, "Sat, 21 Nov 2026 08:00:09 GMT")).isTrue();
    assertThat(waited).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(9));
  }

  @Test
  void doesNotWaitForMinutes() {
    assertThat(backoff.await(1, "3600")).isFalse();
    assertThat(waited).isEmpty();
  }

  @Test
  void readsNothingIntoWhatIsNoTime() {
    assertThat(backoff.await(1, "soon")).isTrue();
    assertThat(backoff.await(1, "Sat, 21 Nov 2026 07:00:00 GMT")).isTrue();
    assertThat(waited).allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(1)));
  }
}
