package dev.firedrill.replay.noise;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.replay.condition.ConditionValues;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import java.util.BitSet;
import java.util.List;

/// Finds out whether an expression has a value all the time.
final class ConstantPresence {
  private static final int STEPS = 256;

  private ConstantPresence() {}

  /// {@return whether some series of an expression has a value at every step}
  /// @throws EvaluationException if it cannot be evaluated
  static boolean of(Expr expr, Engine engine, SeriesSource source, TimeGrid grid) {
    for (int step = 0; step < grid.count(); step += STEPS) {
      int count = Math.min(STEPS, grid.count() - step);
      TimeGrid piece = new TimeGrid(grid.time(step), grid.step(), count);
      if (present(new ConditionValues(engine, source, piece).series(expr), piece) < count) {
        return false;
      }
    }
    return true;
  }

  /// At how many steps any series has a value.
  private static int present(List<Series> all, TimeGrid piece) {
    BitSet present = new BitSet(piece.count());
    for (Series series : all) {
      Samples samples = series.samples();
      for (int i = 0; i < samples.size(); i++) {
        present.set(Math.toIntExact((samples.time(i) - piece.start()) / piece.step()));
      }
    }
    return present.cardinality();
  }
}
