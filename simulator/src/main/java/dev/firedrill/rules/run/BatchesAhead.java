package dev.firedrill.rules.run;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.series.TaskAhead;
import java.util.concurrent.Executor;
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
  private @Nullable TaskAhead<BatchRows> following;
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
    TaskAhead<BatchRows> begun = following;
    BatchRows batch;
    if (begun != null && followingFirst == first) {
      following = null;
      batch = begun.result();
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
      following = new TaskAhead<>(() -> evaluate(first), other);
      followingFirst = first;
    }
  }

  /// Waits for what is evaluated ahead, which is not needed any more.
  void await() {
    TaskAhead<BatchRows> begun = following;
    following = null;
    if (begun != null) {
      try {
        begun.result();
      } catch (EvaluationException notAskedFor) {
        // It would fail again.
      }
    }
  }
}
