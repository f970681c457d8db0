package dev.firedrill.lint.check.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import org.junit.jupiter.api.Test;

class FiringCountTest {
  private static final long MINUTE = 60_000;

  private static int firings(long hold, long keep, int... minutes) {
    FiringCount count = new FiringCount(MINUTE, hold * MINUTE, keep * MINUTE);
    count.series(Labels.EMPTY);
    for (int minute : minutes) {
      count.sample(minute * MINUTE, 1);
    }
    return count.firings();
  }

  @Test
  void countsEachStretchThatHoldsLongEnough() {
    assertThat(firings(0, 0, 0, 1, 2, 5, 6)).isEqualTo(2);
    assertThat(firings(2, 0, 0, 1, 2, 5, 6)).isEqualTo(1);
    assertThat(firings(3, 0, 0, 1, 2, 5, 6)).isZero();
  }

  @Test
  void keepsFiringOverGaps() {
    assertThat(firings(1, 5, 0, 1, 4, 5, 20, 21)).isEqualTo(2);
    assertThat(firings(1, 0, 0, 1, 4, 5, 20, 21)).isEqualTo(3);
  }

  @Test
  void goesOnWhereTheLastAnswerEnded() {
    FiringCount first = new FiringCount(MINUTE, MINUTE, 0);
    first.series(Labels.of("a", "b"));
    first.sample(0, 1);
    FiringCount second = first.next();
    second.series(Labels.of("a", "b"));
    second.sample(MINUTE, 1);
    assertThat(second.firings()).isEqualTo(1);
    assertThat(second.instances()).isEqualTo(1);
    assertThat(first.firings()).isZero();
  }
}
