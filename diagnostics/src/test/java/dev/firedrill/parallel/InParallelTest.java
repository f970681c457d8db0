package dev.firedrill.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InParallelTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void keepsTheOrderOfTheThings() {
    assertThat(InParallel.map(NUMBERS, 4, number -> number * 2))
        .isEqualTo(NUMBERS.stream().map(number -> number * 2).toList());
  }

  @Test
  void oneWorkerIsTheCallingThread() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    InParallel.map(NUMBERS, 1, number -> threads.add(Thread.currentThread()));
    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void severalWorkersWorkAtTheSameTime() {
    CountDownLatch both = new CountDownLatch(2);
    Runnable waits =
        () -> {
          both.countDown();
          await(both);
        };
    InParallel.run(List.of(waits, waits), 2);
    assertThat(both.getCount()).isZero();
  }

  @Test
  void throwsWhatTheWorkThrew() {
    for (int workers : List.of(1, 3)) {
      assertThatThrownBy(
              () ->
                  InParallel.map(
                      NUMBERS,
                      workers,
                      number -> {
                        if (number == 500) {
                          throw new IllegalArgumentException("not that one");
                        }
                        return number;
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("not that one");
    }
  }

  @Test
  void beginsNothingMoreAfterAFailure() {
    List<Integer> begun = new ArrayList<>();
    assertThatThrownBy(
            () ->
                InParallel.map(
                    List.of(1, 2, 3),
                    1,
                    number -> {
                      begun.add(number);
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(begun).containsExactly(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
