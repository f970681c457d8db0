package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.engine.function.ClassicHistogram;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Estimates for the histograms of a vector, native and classic ones.
public final class EstimateHistograms implements Operator {
  /// What is estimated of what.
  ///
  /// @param name what is explained
  /// @param label the label that tells the estimates apart by their first parameter; null where
  ///     there is but one
  /// @param vectorSpan the vector
  /// @param span the call
  public record Call(
      String name,
      List<HistogramEstimate> estimates,
      @Nullable String label,
      Operator vector,
      Span vectorSpan,
      Span span) {
    public Call {
      estimates = List.copyOf(estimates);
    }
  }

  private final Call call;
  private final HistogramVector histograms;
  private final NameRemoval names;
  private final StepBatches steps;
  private final List<EstimateLabels> labels = new ArrayList<>();
  private final LabelMapping mapping;
  private int evaluated;

  /// Estimates at all steps.
  public EstimateHistograms(
      Call call, Annotations annotations, NameRemoval names, StepBatches steps) {
    this.call = call;
    this.names = names;
    this.steps = steps;
    this.histograms =
        new HistogramVector(call.vector(), call.vectorSpan(), annotations, names.marks());
    List<Labels> all = new ArrayList<>();
    for (HistogramEstimate estimate : call.estimates()) {
      EstimateLabels of = new EstimateLabels(call.label(), estimate, steps);
      labels.add(of);
      of.addTo(all, histograms.labels());
    }
    this.mapping = LabelMapping.of(all, names::drop);
  }

  @Override
  public List<Labels> series() {
    return mapping.outputs();
  }

  @Override
  public boolean losesName(int series) {
    return names.marks();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = call.vector().batch(first, out.steps());
    List<double[][]> parameters = new ArrayList<>();
    for (HistogramEstimate estimate : call.estimates()) {
      parameters.add(read(estimate, first, out.steps()));
    }
    for (int row = 0; row < out.steps(); row++) {
      histograms.read(in, row);
      for (int i = 0; i < call.estimates().size(); i++) {
        double[] of = parameters.get(i)[row];
        call.estimates().get(i).check(of);
        fill(i, of, first + row, row, out);
      }
      evaluated = Math.max(evaluated, first + row + 1);
    }
  }

  private static double[][] read(HistogramEstimate estimate, int first, int steps) {
    double[][] byStep = new double[steps][estimate.parameters().size()];
    for (int i = 0; i < estimate.parameters().size(); i++) {
      double[] column = ScalarColumn.read(estimate.parameters().get(i), first, steps);
      for (int row = 0; row < steps; row++) {
        byStep[row][i] = column[row];
      }
    }
    return byStep;
  }

  private void fill(int number, double[] parameters, int step, int row, Batch out) {
    HistogramEstimate estimate = call.estimates().get(number);
    int place = labels.get(number).start(parameters);
    for (int series = 0; series < histograms.natives(); series++, place++) {
      NativeHistogram histogram = histograms.nativeAt(series);
      if (histogram != null) {
        var occasion = occasion(histograms.nativeSubject(series), step);
        double value = estimate.of(histogram, parameters, occasion);
        mapping.set(out, place, row, value, call.span());
      }
    }
    for (int group = 0; group < histograms.classics(); group++, place++) {
      ClassicHistogram histogram = histograms.classicAt(group);
      if (!histogram.isEmpty()) {
        var occasion = occasion(histograms.classicSubject(group), step);
        double value = estimate.of(histogram, parameters, occasion);
        mapping.set(out, place, row, value, call.span());
      }
    }
  }

  private HistogramEstimate.Occasion occasion(String subject, int step) {
    return new HistogramEstimate.Occasion(subject, steps.grid().time(step), step < evaluated);
  }

  @Override
  public String describe() {
    return call.name() + " of each histogram";
  }

  @Override
  public List<PlanNode> inputs() {
    List<PlanNode> inputs = new ArrayList<>();
    call.estimates().forEach(estimate -> inputs.addAll(estimate.parameters()));
    inputs.add(call.vector());
    return inputs;
  }
}
