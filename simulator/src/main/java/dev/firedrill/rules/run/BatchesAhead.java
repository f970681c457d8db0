package dev.firedrill.rules.run;

import dev.firedrill.engine.EvaluationException;
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
  private @Nullable FutureTask<BatchRows> following;
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
  BatchRows from(int first) {
    FutureTask<BatchRows> begun = following;
    BatchRows batch;
    if (begun != null && followingFirst == first) {
      following = null;
      // By this thread, where the other one has not come to it.
      begun.run();
      batch = result(begun);
    } else {
      await();
      batch = evaluate(first);
    }
    begin(first + batch.steps());
    return batch;
  }

  private BatchRows evaluate(int first) {
    return new BatchRows(operator.batch(first, Math.min(most, steps - first)));
  }

  /// Has the batch that begins with a step evaluated by another thread.
  void begin(int first) {
    Executor other = background;
    if (other != null && first < steps) {
      FutureTask<BatchRows> task = new FutureTask<>(() -> evaluate(first));
      following = task;
      followingFirst = first;
      other.execute(task);
    }
  }

  /// Waits for what is evaluated ahead, which is not needed any more.
  void await() {
    FutureTask<BatchRows> begun = following;
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

  private static BatchRows result(FutureTask<BatchRows> task) {
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
