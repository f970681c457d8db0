package dev.firedrill.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertState.Firing;
import dev.firedrill.alert.AlertState.Pending;
import dev.firedrill.alert.AlertState.Resolved;
import org.junit.jupiter.api.Test;

class AlertTimingTest {
  private static final AlertTiming AT_ONCE = new AlertTiming(0, 0);
  private static final AlertTiming AFTER_TEN = new AlertTiming(10, 0);
  private static final AlertTiming KEPT = new AlertTiming(0, 10);

  @Test
  void firesAtOnceWithoutFor() {
    assertThat(AT_ONCE.next(null, true, 7)).contains(new Firing(7, 7, null));
  }

  @Test
  void firesOnceItHasHeldForExactlyTheHoldDuration() {
    assertThat(AFTER_TEN.next(null, true, 0)).contains(new Pending(0));
    assertThat(AFTER_TEN.next(new Pending(0), true, 9)).contains(new Pending(0));
    assertThat(AFTER_TEN.next(new Pending(0), true, 10)).contains(new Firing(0, 10, null));
  }

  @Test
  void forgetsAPendingAlertThatIsGone() {
    assertThat(AFTER_TEN.next(new Pending(0), false, 5)).isEmpty();
  }

  @Test
  void resolvesAFiringAlertThatIsGone() {
    assertThat(AT_ONCE.next(new Firing(0, 0, null), false, 5)).contains(new Resolved(0, 0, 5));
  }

  @Test
  void keepsFiringUntilItIsGoneForTheWholeKeepDuration() {
    assertThat(KEPT.next(new Firing(0, 0, null), false, 5)).contains(new Firing(0, 0, 5L));
    assertThat(KEPT.next(new Firing(0, 0, 5L), false, 14)).contains(new Firing(0, 0, 5L));
    assertThat(KEPT.next(new Firing(0, 0, 5L), false, 15)).contains(new Resolved(0, 0, 15));
    assertThat(KEPT.next(new Firing(0, 0, 5L), true, 14)).contains(new Firing(0, 0, null));
  }

  @Test
  void startsAnewAfterItWasResolved() {
    assertThat(AFTER_TEN.next(new Resolved(0, 10, 20), true, 25)).contains(new Pending(25));
  }

  @Test
  void remembersResolvedAlertsForAQuarterOfAnHour() {
    Resolved resolved = new Resolved(0, 0, 0);
    assertThat(AT_ONCE.next(resolved, false, 900_000)).contains(resolved);
    assertThat(AT_ONCE.next(resolved, false, 900_001)).isEmpty();
  }
}
