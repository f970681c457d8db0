package dev.firedrill.parallel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Work on several things at a time. The calling thread takes part, so that one worker means no
/// other thread.
public final class InParallel {
  private InParallel() {}

  /// {@return the number of workers where nobody asked for another: one for each core}
  public static int defaultWorkers() {
    return Runtime.getRuntime().availableProcessors();
  }

  /// {@return what comes of each thing, in the order of the things}
  /// @param workers how many threads, at most
  /// @param work whose exception, if it throws one, ends the whole with it
  public static <T, R> List<R> map(List<T> things, int workers, Function<T, R> work) {
    List<R> results = new ArrayList<>(Collections.nCopies(things.size(), null));
    List<Runnable> tasks = new ArrayList<>(things.size());
    for (int i = 0; i < things.size(); i++) {
      int index = i;
      tasks.add(() -> results.set(index, work.apply(things.get(index))));
    }
    run(tasks, workers);
    return results;
  }

  /// Does all tasks, begun in their order.
  ///
  /// @param workers how many threads, at most
  public static void run(List<? extends Runnable> tasks, int workers) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Runnable worker = () -> work(tasks, next, failure);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(workers, tasks.size()); i++) {
      Thread other = new Thread(worker, "worker-" + i);
      others.add(other);
      other.start();
    }
    worker.run();
    others.forEach(InParallel::join);
    switch (failure.get()) {
      case null -> {
        // All went well.
      }
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  private static void work(
      List<? extends Runnable> tasks,
      AtomicInteger next,
      AtomicReference<@Nullable Throwable> failure) {
    try {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        tasks.get(i).run();
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
      next.set(tasks.size());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
