package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @Test
  void readsOffsetsAndFractions() {
    assertThat(Rfc3339.parse("2026-11-21T03:00:00Z"))
        .contains(Instant.ofEpochSecond(1_795_230_000L));
    assertThat(Rfc3339.parse("2026-11-21T04:00:00+01:00"))
        .isEqualTo(Rfc3339.parse("2026-11-21T03:00:00Z"));
    assertThat(Rfc3339.parse("2026-11-20T22:30:00.25-04:30"))
        .contains(Instant.ofEpochSecond(1_795_230_000L, 250_000_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21",
        "2026-11-21T03:00Z",
        "2026-11-21 03:00:00Z",
        "2026-11-21t03:00:00Z",
        "2026-11-21T03:00:00z",
        "2026-11-21T03:00:00",
        "2026-11-21T03:00:00.000",
        "2026-11-21T03:00:00+01",
        "2026-11-21T03:00:00+01:00:00",
        "2026-02-29T03:00:00Z",
        "2026-11-21T24:00:00Z",
        "+2026-11-21T03:00:00Z",
        "tomorrow at three o'clock"
      })
  void refusesWhatIsNoSuchTime(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }
}
