package dev.firedrill.rules.run;

import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.operator.Operator;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// The batches of a plan, one after the other: while one is used, another thread evaluates the one
/// that follows.
///
/// A plan has read all its samples when it was made, so that evaluating it touches nothing that
/// others write.
final class BatchesAhead {
  private final Operator operator;
  private final Annotations remarks;
  private final int steps;
  private final int most;
  private final @Nullable WorkAhead background;
  private @Nullable FutureTask<BatchRows> following;
  private int followingFirst;

  /// @param remarks what the plan adds its remarks to; those of a batch that fails are taken back
  /// @param steps of the plan
  /// @param most steps of a batch
  /// @param background evaluates what comes next; null where nothing is to be done ahead
  BatchesAhead(
      Operator operator, Annotations remarks, int steps, int most, @Nullable WorkAhead background) {
    this.operator = operator;
    this.remarks = remarks;
    this.steps = steps;
    this.most = most;
    this.background = background;
  }

  /// {@return the batch that begins with a step}
  ///
  /// @throws EvaluationException if some step of it fails
  BatchRows from(int first) {
    FutureTask<BatchRows> begun = following;
    WorkAhead other = background;
    BatchRows batch;
    if (other != null && begun != null && followingFirst == first) {
      following = null;
      batch = other.result(begun);
    } else {
      await();
      batch = evaluate(first);
    }
    begin(first + batch.steps());
    return batch;
  }

  private BatchRows evaluate(int first) {
    Annotations.Mark before = remarks.mark();
    try {
      return new BatchRows(operator.batch(first, Math.min(most, steps - first)));
    } catch (EvaluationException e) {
      // Instant queries tell of each step what there is to be said.
      remarks.backTo(before);
      throw e;
    }
  }

  /// Has the batch that begins with a step evaluated by another thread.
  void begin(int first) {
    WorkAhead other = background;
    if (other != null && first < steps) {
      FutureTask<BatchRows> task = new FutureTask<>(() -> evaluate(first));
      following = task;
      followingFirst = first;
      other.begin(task);
    }
  }

  /// Waits for what is evaluated ahead, which is not needed any more.
  void await() {
    FutureTask<BatchRows> begun = following;
    WorkAhead other = background;
    following = null;
    if (other != null && begun != null) {
      try {
        other.result(begun);
      } catch (EvaluationException notAskedFor) {
        // It would fail again.
      }
    }
  }
}
