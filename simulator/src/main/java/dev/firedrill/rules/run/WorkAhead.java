package dev.firedrill.rules.run;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/// Work begun before its results are asked for: other threads do it, and so does who would have to
/// wait for them.
///
/// Work does not wait for other work, and touches nothing that others write.
final class WorkAhead {
  private final Executor threads;
  private final Queue<FutureTask<?>> begun = new ConcurrentLinkedQueue<>();

  WorkAhead(Executor threads) {
    this.threads = threads;
  }

  /// Has work done, after that which was begun before.
  void begin(FutureTask<?> task) {
    begun.add(task);
    threads.execute(this::doNext);
  }

  private boolean doNext() {
    FutureTask<?> next = begun.poll();
    if (next != null) {
      next.run();
    }
    return next != null;
  }

  /// {@return the result of work}
  ///
  /// It is done by this thread where no other has come to it. While another is at it, this one does
  /// what else there is.
  <T> T result(FutureTask<T> task) {
    task.run();
    while (!task.isDone() && doNext()) {
      // What was next is done.
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
