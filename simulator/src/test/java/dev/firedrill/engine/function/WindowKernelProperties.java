package dev.firedrill.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.operator.KahanSum;
import dev.firedrill.series.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// A window that slides gives the same bits as one made for its step alone.
class WindowKernelProperties {
  private static final Map<String, RangeFunction> FUNCTIONS =
      Map.ofEntries(
          Map.entry("rate", ExtrapolatedDelta::rate),
          Map.entry("increase", ExtrapolatedDelta::increase),
          Map.entry("delta", ExtrapolatedDelta::delta),
          Map.entry("irate", samples -> Neighbours.instant(samples, true)),
          Map.entry("changes", Neighbours::changes),
          Map.entry("resets", Neighbours::resets),
          Map.entry("sum_over_time", OverTime::sum),
          Map.entry("avg_over_time", OverTime::average),
          Map.entry("min_over_time", samples -> new SlidingExtreme(samples, false)),
          Map.entry("max_over_time", samples -> new SlidingExtreme(samples, true)),
          Map.entry("ts_of_min_over_time", samples -> SlidingExtreme.time(samples, false)),
          Map.entry("ts_of_max_over_time", samples -> SlidingExtreme.time(samples, true)),
          Map.entry("increase smoothed", samples -> EdgeDelta.of(samples, true, true, false)),
          Map.entry("stdvar_over_time", samples -> new EachWindow.Variance(samples, false)),
          Map.entry("quantile_over_time", SortedWindow::new),
          Map.entry("deriv", Regression::slope));

  @Property
  void slidingIsRecomputing(
      @ForAll("values") @Size(max = 60) List<Double> values,
      @ForAll @IntRange(min = 1, max = 12) int range,
      @ForAll @IntRange(min = 1, max = 7) int step) {
    Samples samples = samples(values);
    FUNCTIONS.forEach(
        (name, function) -> {
          List<String> sliding = new ArrayList<>();
          List<String> anew = new ArrayList<>();
          Window window = new Window(samples, range);
          WindowKernel kernel = function.over(samples);
          for (long end = 0; end < 3L * values.size(); end += step) {
            sliding.add(apply(window, kernel, end));
            anew.add(alone(function, samples, range, end));
          }
          assertThat(sliding).as(name).isEqualTo(anew);
        });
  }

  @Property
  void severalWindowsAtATimeAreEachOnItsOwn(
      @ForAll("values") @Size(min = 1, max = 60) List<Double> values,
      @ForAll @Size(min = 1, max = 11) List<@IntRange(max = 1000) Integer> places) {
    Samples samples = samples(values);
    int count = places.size();
    int[] from = new int[count];
    int[] to = new int[count];
    for (int i = 0; i < count; i++) {
      from[i] = places.get(i) % values.size();
      to[i] = from[i] + 1 + places.get(i) / 7 % (values.size() - from[i]);
    }
    for (ManyWindows kernel :
        List.of(
            new EachWindow.Sum(samples),
            new EachWindow.Average(samples),
            new EachWindow.Variance(samples, true))) {
      double[] together = new double[count];
      kernel.apply(from, to, count, together);
      for (int i = 0; i < count; i++) {
        double[] alone = new double[1];
        kernel.apply(new int[] {from[i]}, new int[] {to[i]}, 1, alone);
        assertThat(Double.doubleToLongBits(together[i]))
            .as(kernel.toString())
            .isEqualTo(Double.doubleToLongBits(alone[0]));
        if (kernel instanceof EachWindow.Sum) {
          assertThat(Double.doubleToLongBits(alone[0]))
              .isEqualTo(Double.doubleToLongBits(compensated(values.subList(from[i], to[i]))));
        }
      }
    }
  }

  private static double compensated(List<Double> values) {
    KahanSum sum = new KahanSum();
    values.forEach(sum::add);
    return Double.isInfinite(sum.sum()) ? sum.sum() : sum.total();
  }

  @Property
  void runningSumsOfWholeNumbersAreTheCompensatedSums(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -1000, max = 1000) Integer> whole) {
    List<Double> values = whole.stream().map(Integer::doubleValue).toList();
    List<Double> broken = new ArrayList<>(values);
    // One fraction, outside all windows, sends the whole series the general way.
    broken.add(0.5);
    long end = 3L * (values.size() - 1);
    for (RangeFunction function : List.<RangeFunction>of(OverTime::sum, OverTime::average)) {
      assertThat(alone(function, samples(values), end + 1, end))
          .isEqualTo(alone(function, samples(broken), end + 1, end));
    }
  }

  @Property
  void runningSumsOfWhatResetsLoseAreTheSumsInOrder(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 100) Integer> whole) {
    List<Double> values = whole.stream().map(Integer::doubleValue).toList();
    List<Double> broken = new ArrayList<>(values);
    broken.add(0.5);
    long end = 3L * (values.size() - 1);
    assertThat(alone(ExtrapolatedDelta::increase, samples(values), end + 1, end))
        .isEqualTo(slid(ExtrapolatedDelta::increase, samples(broken), end + 1, end));
  }

  // As alone, but with the samples outside of the window known to the kernel.
  private static String slid(RangeFunction function, Samples samples, long range, long end) {
    return apply(new Window(samples, range), function.over(samples), end);
  }

  @Provide
  Arbitrary<List<Double>> values() {
    Arbitrary<Double> some = Arbitraries.of(0.0, -0.0, 1.0, 2.0, 0.1, 1e300, Double.NaN);
    Arbitrary<Double> any = Arbitraries.doubles().between(-100, 100);
    return Arbitraries.oneOf(some, any, Arbitraries.of(Double.POSITIVE_INFINITY)).list();
  }

  private static String alone(RangeFunction function, Samples samples, long range, long end) {
    Samples inside = samples.between(end - range + 1, end);
    Window cut = new Window(inside, range);
    return apply(cut, function.over(inside), end);
  }

  private static String apply(Window window, WindowKernel kernel, long end) {
    boolean some = window.moveTo(end, end, 0.3) && kernel.apply(window);
    return some ? Long.toHexString(Double.doubleToLongBits(window.result())) : "nothing";
  }

  // Samples three milliseconds apart, so that windows may hold none.
  private static Samples samples(List<Double> values) {
    Samples samples = new Samples();
    for (int i = 0; i < values.size(); i++) {
      samples.append(3L * i, values.get(i));
    }
    return samples;
  }
}
