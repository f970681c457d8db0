package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.function.BatchKernel;
import dev.firedrill.engine.function.RangeFunction;
import dev.firedrill.engine.function.Window;
import dev.firedrill.engine.function.WindowBatch;
import dev.firedrill.engine.function.WindowKernel;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A range function over each series of an input.
///
/// Windows and what kernels keep slide on from batch to batch as long as the batches follow each
/// other.
public final class ApplyRange implements Operator {
  /// What a range function is called with besides its samples.
  ///
  /// @param name what is explained
  /// @param keepsName whether the metric name stays
  /// @param parameter a scalar; null where the function takes none
  /// @param firstResult told the labels of each series for which any result is a number
  /// @param span the call
  public record Call(
      String name,
      RangeFunction function,
      boolean keepsName,
      @Nullable Operator parameter,
      Consumer<Labels> firstResult,
      Span span) {}

  private final Call call;
  private final NameRemoval names;
  private final RangeInput input;
  private final TimeGrid grid;
  private final LabelMapping mapping;
  private final int[] writers;
  private final boolean[] reported;
  private final List<Window> windows = new ArrayList<>();
  private final List<WindowKernel> kernels = new ArrayList<>();
  private int next = -1;

  /// Applies a function.
  public ApplyRange(Call call, RangeInput input, TimeGrid grid, NameRemoval names) {
    this.names = names;
    this.call = call;
    this.input = input;
    this.grid = grid;
    this.mapping =
        LabelMapping.of(input.series(), labels -> call.keepsName() ? labels : names.drop(labels));
    this.writers = new int[mapping.outputs().size()];
    Arrays.fill(writers, -1);
    this.reported = new boolean[input.series().size()];
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean mayHoldHistograms() {
    for (int series = 0; series < input.series().size(); series++) {
      if (input.samples(series).mayHoldHistograms()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean losesName(int series) {
    // Where the name stays, each series is one of the input's.
    return call.keepsName() ? input.losesName(series) : names.marks();
  }

  @Override
  public void fill(int first, Batch out) {
    if (first != next) {
      restart(first);
    }
    next = first + out.steps();
    Operator parameter = call.parameter();
    double[] parameters =
        parameter == null
            ? new double[out.steps()]
            : ScalarColumn.read(parameter, first, out.steps());
    WindowBatch batch = new WindowBatch(windowEnds(first, out.steps()), input.range());
    double[] results = new double[out.steps()];
    for (int series = 0; series < windows.size(); series++) {
      if (kernels.get(series) instanceof BatchKernel kernel && isPlain()) {
        batch.over(input.samples(series));
        kernel.apply(batch, results);
        write(series, kernel.least(), batch, results, out);
      } else {
        fill(series, first, parameters, out);
      }
    }
  }

  private long[] windowEnds(int first, int steps) {
    long[] ends = new long[steps];
    for (int row = 0; row < steps; row++) {
      ends[row] = input.windowEnd(first + row);
    }
    return ends;
  }

  // Whether windows are those of the batch: nothing beyond counts, and time does not go back.
  private boolean isPlain() {
    return input.reach().before() == 0 && input.reach().after() == 0;
  }

  private void write(int series, int least, WindowBatch batch, double[] results, Batch out) {
    if (batch.isComplete(least)) {
      out.setAll(mapping.target(series), results);
      claim(series, true);
    } else {
      writeSome(series, least, batch, results, out);
    }
  }

  private void writeSome(int series, int least, WindowBatch batch, double[] results, Batch out) {
    int target = mapping.target(series);
    int[] from = batch.from();
    int[] to = batch.to();
    boolean any = false;
    for (int window = 0; window < batch.count(); window++) {
      if (to[window] - from[window] >= least) {
        out.set(target, batch.row(window), results[window]);
        any = true;
      }
    }
    if (any) {
      claim(series, true);
    }
  }

  private void restart(int first) {
    windows.clear();
    kernels.clear();
    for (int series = 0; series < input.series().size(); series++) {
      Window window = window(series);
      window.startAt(input.windowEnd(first));
      windows.add(window);
      kernels.add(call.function().over(input.samples(series)));
    }
  }

  private Window window(int series) {
    String metric = input.series().get(series).metricName();
    return new Window(input.samples(series), input.range(), input.reach(), metric);
  }

  private void fill(int series, int first, double[] parameters, Batch out) {
    Window window = windows.get(series);
    WindowKernel kernel = kernels.get(series);
    for (int row = 0; row < out.steps(); row++) {
      int step = first + row;
      if (window.moveTo(input.windowEnd(step), grid.time(step), parameters[row])
          && kernel.apply(window)) {
        claim(series, window.histogram() == null);
        write(window, out, mapping.target(series), row);
      }
    }
  }

  private static void write(Window window, Batch out, int target, int row) {
    @Nullable NativeHistogram histogram = window.histogram();
    if (histogram == null) {
      out.set(target, row, window.result());
    } else {
      out.set(target, row, histogram);
    }
  }

  // Prometheus rejects two series with the same labels even where they never meet at a step.
  private void claim(int series, boolean number) {
    int target = mapping.target(series);
    if (writers[target] >= 0 && writers[target] != series) {
      throw LabelMapping.duplicate(call.span());
    }
    writers[target] = series;
    if (number && !reported[series]) {
      reported[series] = true;
      call.firstResult().accept(input.series().get(series));
    }
  }

  @Override
  public String describe() {
    return call.name() + " of each window";
  }

  @Override
  public List<PlanNode> inputs() {
    List<PlanNode> inputs = new ArrayList<>();
    Operator parameter = call.parameter();
    if (parameter != null) {
      inputs.add(parameter);
    }
    inputs.add(input);
    return inputs;
  }
}
