package dev.firedrill.series;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/// Work begun before its result is asked for. Another thread does it; whoever asks before that one
/// has come to it does it himself.
public final class TaskAhead<T> {
  private final FutureTask<T> task;

  /// Work to be begun at once.
  ///
  /// @param work done once, and it throws nothing checked
  /// @param executor has the thread that does it
  public TaskAhead(Callable<T> work, Executor executor) {
    task = new FutureTask<>(work);
    executor.execute(task);
  }

  /// {@return what the work came to, once it is done}
  ///
  /// What it threw is thrown here.
  public T result() {
    task.run();
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
