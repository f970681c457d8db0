package dev.firedrill.cli.input;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Work on several things at a time.
public final class InParallel {
  private InParallel() {}

  /// {@return what comes of each thing, in the order of the things}
  /// @param workers how many threads, at most
  public static <T, R> List<R> map(List<T> things, int workers, Function<T, R> work) {
    int threads = Math.min(workers, things.size());
    if (threads <= 1) {
      return things.stream().map(work).toList();
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<R>> futures = new ArrayList<>();
      for (T thing : things) {
        futures.add(pool.submit(() -> work.apply(thing)));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(result(future));
      }
      return results;
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
