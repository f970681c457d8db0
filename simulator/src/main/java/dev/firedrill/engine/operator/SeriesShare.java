package dev.firedrill.engine.operator;

import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import java.util.List;

/// The rule of `limit_ratio`: a share of the series, chosen by the hash of their labels, so that a
/// series stays chosen from step to step. A ratio below 0 chooses those that 1 plus it leaves out.
public final class SeriesShare implements SelectSome.Rule {
  private static final double ALL_HASHES = 0x1p64;

  private final StepParameter ratio;
  private final double[] offsets;

  /// Judges a ratio.
  ///
  /// @param series the series to choose from
  /// @throws EvaluationException if any value is NaN
  public SeriesShare(StepParameter ratio, List<Labels> series, Annotations annotations) {
    this.ratio = ratio;
    this.offsets = new double[series.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = unsigned(LabelHash.of(series.get(i))) / ALL_HASHES;
    }
    if (ratio.anyNan()) {
      throw new EvaluationException("Ratio value is NaN", ratio.span());
    }
    if (ratio.greatest() > 1) {
      warn(ratio.greatest(), "1", annotations);
    }
    if (ratio.least() < -1) {
      warn(ratio.least(), "-1", annotations);
    }
  }

  private void warn(double value, String cap, Annotations annotations) {
    annotations.warn(
        "ratio value should be between -1 and 1, got "
            + GoFloat.general(value)
            + ", capping to "
            + cap,
        ratio.span());
  }

  // To the nearest double: the bit that halving drops is kept where it decides about rounding.
  private static double unsigned(long hash) {
    return hash >= 0 ? hash : (double) ((hash >>> 1) | (hash & 1)) * 2;
  }

  @Override
  public boolean keeps(int step, int series, int before) {
    double share = Math.max(-1, Math.min(1, ratio.at(step)));
    return share >= 0 ? offsets[series] < share : offsets[series] >= 1 + share;
  }

  @Override
  public Operator parameter() {
    return ratio;
  }
}
