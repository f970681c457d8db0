package dev.firedrill.rules.run;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.operator.Batch;
import dev.firedrill.engine.operator.Operator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// The batches of a plan, one after the other: while one is used, another thread evaluates the one
/// that follows.
///
/// A plan has read all its samples when it was made, so that evaluating it touches nothing that
/// others write.
final class BatchesAhead {
  private final Operator operator;
  private final int steps;
  private final int most;
  private final @Nullable Executor background;
  private @Nullable FutureTask<Batch> following;
  private int followingFirst;

  /// @param steps of the plan
  /// @param most steps of a batch
  /// @param background evaluates what comes next; null where nothing is to be done ahead
  BatchesAhead(Operator operator, int steps, int most, @Nullable Executor background) {
    this.operator = operator;
    this.steps = steps;
    this.most = most;
    this.background = background;
  }

  /// {@return the batch that begins with a step}
  ///
  /// @throws EvaluationException if some step of it fails
  Batch from(int first) {
    FutureTask<Batch> begun = following;
    Batch batch;
    if (begun != null && followingFirst == first) {
      following = null;
      // By this thread, where the other one has not come to it.
      begun.run();
      batch = result(begun);
    } else {
      await();
      batch = evaluate(first);
    }
    goOn(first + batch.steps());
    return batch;
  }

  private Batch evaluate(int first) {
    return operator.batch(first, Math.min(most, steps - first));
  }

  private void goOn(int first) {
    Executor other = background;
    if (other != null && first < steps) {
      FutureTask<Batch> task = new FutureTask<>(() -> evaluate(first));
      following = task;
      followingFirst = first;
      other.execute(task);
    }
  }

  /// Waits for what is evaluated ahead, which is not needed any more.
  void await() {
    FutureTask<Batch> begun = following;
    following = null;
    if (begun != null) {
      try {
        begun.run();
        result(begun);
      } catch (EvaluationException notAskedFor) {
        // It would fail again.
      }
    }
  }

  private static Batch result(FutureTask<Batch> task) {
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
