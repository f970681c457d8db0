package dev.firedrill.engine.function;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.HistogramDetail;
import dev.firedrill.engine.operator.EstimateHistograms;
import dev.firedrill.engine.operator.HistogramEstimate;
import dev.firedrill.engine.operator.MapHistograms;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Functions of histograms.
final class HistogramFunctions {
  private HistogramFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("histogram_count", ofTotals(NativeHistogram::count));
    plans.put("histogram_sum", ofTotals(NativeHistogram::sum));
    plans.put("histogram_avg", ofTotals(NativeHistogram::mean));
    plans.put("histogram_stdvar", plan(NativeHistogram::variance));
    plans.put("histogram_stddev", plan(histogram -> Math.sqrt(histogram.variance())));
    plans.put("histogram_quantile", HistogramFunctions::quantile);
    plans.put("histogram_quantiles", HistogramFunctions::quantiles);
    plans.put("histogram_fraction", HistogramFunctions::fraction);
  }

  private static FunctionPlan ofTotals(ToDoubleFunction<NativeHistogram> function) {
    return call -> {
      Operator vector = call.operator(0, HistogramDetail.TOTALS);
      return new MapHistograms(call.name(), function, vector, call.names(), call.span());
    };
  }

  private static FunctionPlan plan(ToDoubleFunction<NativeHistogram> function) {
    return call ->
        new MapHistograms(call.name(), function, call.operator(0), call.names(), call.span());
  }

  private static Operator quantile(CallArguments call) {
    return estimate(call, 1, null, List.of(quantile(call, 0, 1)));
  }

  private static Operator quantiles(CallArguments call) {
    String label = call.text(1);
    if (label.isEmpty()) {
      throw new EvaluationException("invalid label name " + GoQuote.quote(label), call.span(1));
    }
    List<HistogramEstimate> estimates = new ArrayList<>();
    for (int i = 2; i < call.count(); i++) {
      estimates.add(quantile(call, i, 0));
    }
    return estimate(call, 0, label, estimates);
  }

  private static HistogramEstimate quantile(CallArguments call, int argument, int vector) {
    return new QuantileEstimate(
        call.operator(argument), call.span(argument), call.span(vector), call.annotations());
  }

  private static Operator fraction(CallArguments call) {
    HistogramEstimate fraction =
        new FractionEstimate(call.operator(0), call.operator(1), call.span(2), call.annotations());
    return estimate(call, 2, null, List.of(fraction));
  }

  private static Operator estimate(
      CallArguments call, int vector, @Nullable String label, List<HistogramEstimate> estimates) {
    return new EstimateHistograms(
        new EstimateHistograms.Call(
            call.name(),
            estimates,
            label,
            call.operator(vector, HistogramDetail.WHOLE_ALL_THE_WAY),
            call.span(vector),
            call.span()),
        call.annotations(),
        call.names(),
        call.steps());
  }
}
