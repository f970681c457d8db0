package dev.firedrill.rules.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class WorkAheadTest {
  @Test
  void isDoneByWhoAsksWhereNobodyElseHasBegun() {
    WorkAhead work = new WorkAhead(task -> {});
    FutureTask<String> later = new FutureTask<>(() -> "later");
    FutureTask<String> asked = new FutureTask<>(() -> "asked");
    work.begin(later);
    work.begin(asked);

    assertThat(work.result(asked)).isEqualTo("asked");
    assertThat(later.isDone()).isFalse();
  }

  @Test
  void othersAreDoneWhileAnotherThreadIsAtWhatIsAsked() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch helped = new CountDownLatch(1);
    FutureTask<String> slow =
        new FutureTask<>(
            () -> {
              begun.countDown();
              helped.await();
              return "slow";
            });
    FutureTask<String> other =
        new FutureTask<>(
            () -> {
              helped.countDown();
              return "other";
            });
    try (ExecutorService single = Executors.newSingleThreadExecutor()) {
      WorkAhead work = new WorkAhead(single);
      work.begin(slow);
      begun.await();
      work.begin(other);

      // The only thread is at the slow one, which ends when the other has been done.
      assertThat(work.result(slow)).isEqualTo("slow");
      assertThat(work.result(other)).isEqualTo("other");
    }
  }

  @Test
  void failuresAreThrownAsTheyAre() {
    WorkAhead work = new WorkAhead(Runnable::run);
    FutureTask<String> failing =
        new FutureTask<>(
            () -> {
              throw new IllegalArgumentException("of the work");
            });
    work.begin(failing);

    assertThatThrownBy(() -> work.result(failing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("of the work");
  }
}
