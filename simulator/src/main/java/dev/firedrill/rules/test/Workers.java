package dev.firedrill.rules.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Runs tests at the same time.
final class Workers {
  private Workers() {}

  /// {@return how the tests went, in their order}
  /// @param count how many threads, at most
  static List<TestOutcome> run(
      List<UnitTest> tests, int count, Function<UnitTest, TestOutcome> runner) {
    int threads = Math.min(count, tests.size());
    if (threads <= 1) {
      return tests.stream().map(runner).toList();
    }
    List<Callable<TestOutcome>> tasks = new ArrayList<>();
    tests.forEach(test -> tasks.add(() -> runner.apply(test)));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<TestOutcome> outcomes = new ArrayList<>();
      for (Future<TestOutcome> future : pool.invokeAll(tasks)) {
        outcomes.add(future.get());
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
