package dev.firedrill.template.run;

import org.jspecify.annotations.Nullable;

/// Room for templates that call themselves far deeper than a thread's stack allows: every so many
/// levels the work goes on in a thread of its own, for whose end the caller waits.
final class DeepStack {
  private static final int EVERY = 500;
  // Before an ordinary stack can be full.
  private static final int FIRST = 50;
  private static final long STACK_BYTES = 16L << 20;

  private DeepStack() {}

  static void run(int depth, Runnable work) {
    if (depth % EVERY != FIRST) {
      work.run();
      return;
    }
    Attempt attempt = new Attempt(work);
    Thread thread = new Thread(null, attempt, "template", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    join(thread);
    Throwable failure = attempt.failure;
    switch (failure) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Attempt implements Runnable {
    private final Runnable work;
    private @Nullable Throwable failure;

    Attempt(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        failure = e;
      }
    }
  }
}
