package dev.firedrill.engine.operator;

import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ast.AggregationOperator;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/// How each aggregation gathers the values of a group.
public final class Accumulators {
  private Accumulators() {}

  /// {@return what makes accumulators; empty for aggregations that do not reduce a group to a
  /// value}
  public static Optional<Supplier<Accumulator>> of(AggregationOperator operator) {
    return switch (operator) {
      case SUM -> Optional.of(Sum::new);
      case AVG -> Optional.of(Average::new);
      case MIN -> Optional.of(() -> new Extreme(false));
      case MAX -> Optional.of(() -> new Extreme(true));
      case COUNT -> Optional.of(Count::new);
      case GROUP -> Optional.of(Group::new);
      case STDDEV -> Optional.of(() -> new Deviation(true));
      case STDVAR -> Optional.of(() -> new Deviation(false));
      case QUANTILE -> Optional.of(QuantileOfGroup::new);
      case TOPK, BOTTOMK, COUNT_VALUES, LIMITK, LIMIT_RATIO -> Optional.empty();
    };
  }

  private static final class Sum implements Accumulator {
    private final KahanSum sum = new KahanSum();

    @Override
    public void start(double value, double parameter) {
      sum.start(value);
    }

    @Override
    public void add(double value) {
      sum.add(value);
    }

    @Override
    public double result() {
      return sum.total();
    }
  }

  private static final class Average implements Accumulator {
    private final KahanMean mean = new KahanMean();

    @Override
    public void start(double value, double parameter) {
      mean.start(value);
    }

    @Override
    public void add(double value) {
      mean.add(value);
    }

    @Override
    public double result() {
      return mean.mean();
    }
  }

  private static final class Extreme implements Accumulator {
    private final boolean greatest;
    private double best;

    Extreme(boolean greatest) {
      this.greatest = greatest;
    }

    @Override
    public void start(double value, double parameter) {
      best = value;
    }

    @Override
    public void add(double value) {
      boolean better = greatest ? value > best : value < best;
      if (better || Double.isNaN(best)) {
        best = value;
      }
    }

    @Override
    public double result() {
      return best;
    }
  }

  private static final class Count implements Accumulator {
    private double count;

    @Override
    public void start(double value, double parameter) {
      count = 1;
    }

    @Override
    public void add(double value) {
      count++;
    }

    @Override
    public double result() {
      return count;
    }
  }

  private static final class Group implements Accumulator {
    @Override
    public void start(double value, double parameter) {
      // Whatever the values are, the group is 1.
    }

    @Override
    public void add(double value) {
      // See start.
    }

    @Override
    public double result() {
      return 1;
    }
  }

  /// Welford's algorithm, without compensation.
  private static final class Deviation implements Accumulator {
    private final boolean root;
    private double count;
    private double mean;
    private double squares;

    Deviation(boolean root) {
      this.root = root;
    }

    @Override
    public void start(double value, double parameter) {
      count = 1;
      mean = value;
      squares = Double.isFinite(value) ? 0 : StaleNaN.NORMAL_NAN;
    }

    @Override
    public void add(double value) {
      count++;
      double delta = value - mean;
      mean += delta / count;
      squares += delta * (value - mean);
    }

    @Override
    public double result() {
      double variance = squares / count;
      return root ? Math.sqrt(variance) : variance;
    }
  }

  private static final class QuantileOfGroup implements Accumulator {
    private double quantile;
    private double[] values = new double[8];
    private int count;

    @Override
    public void start(double value, double parameter) {
      quantile = parameter;
      count = 0;
      add(value);
    }

    @Override
    public void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    @Override
    public double result() {
      return Quantile.of(quantile, values, count);
    }
  }
}
