package dev.firedrill.cli.html.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Thinning out loses no peak, no gap and nothing that was asked to stay.
class LinePointsProperties {
  /// One line: its values by step; steps that are not there are gaps.
  record Line(List<Integer> steps, List<Double> values) {}

  @Property
  void leastAndGreatestOfEachBucketStay(
      @ForAll("lines") Line line, @ForAll @IntRange(min = 1, max = 60) int limit) {
    LinePoints points = thinned(line, limit, new BitSet());

    check(points, line);
  }

  private static void check(LinePoints points, Line line) {
    int bucket = points.bucket();
    TreeMap<Integer, List<Double>> before = new TreeMap<>();
    for (int i = 0; i < line.steps().size(); i++) {
      before
          .computeIfAbsent(line.steps().get(i) / bucket, key -> new ArrayList<>())
          .add(line.values().get(i));
    }
    before.forEach(
        (number, values) -> {
          double least = values.stream().min(Double::compare).orElseThrow();
          double greatest = values.stream().max(Double::compare).orElseThrow();
          int first = number * bucket;
          assertThat(valueNear(points, line, first, first + bucket - 1, least)).isTrue();
          assertThat(valueNear(points, line, first, first + bucket - 1, greatest)).isTrue();
        });
  }

  // Where a value repeats, the line between two points shows it as well.
  private static boolean valueNear(LinePoints points, Line line, int from, int to, double wanted) {
    for (int i = 0; i < points.size(); i++) {
      boolean inside = points.step(i) >= from && points.step(i) <= to;
      if (inside && points.value(i) == wanted) {
        return true;
      }
      boolean flat =
          i > 0
              && !points.isBroken(i)
              && points.value(i) == wanted
              && points.value(i - 1) == wanted
              && points.step(i - 1) <= to
              && points.step(i) >= from;
      if (flat) {
        return true;
      }
    }
    return line.steps().isEmpty();
  }

  @Property
  void pointsAreAmongTheValues(
      @ForAll("lines") Line line, @ForAll @IntRange(min = 1, max = 60) int limit) {
    LinePoints points = thinned(line, limit, new BitSet());
    for (int i = 0; i < points.size(); i++) {
      int at = line.steps().indexOf(points.step(i));
      assertThat(at).isNotNegative();
      assertThat(points.value(i)).isEqualTo(line.values().get(at));
      assertThat(i == 0 || points.step(i) > points.step(i - 1)).isTrue();
    }
  }

  @Property
  void linesBreakWhereThereIsAGap(
      @ForAll("lines") Line line, @ForAll @IntRange(min = 1, max = 60) int limit) {
    LinePoints points = thinned(line, limit, new BitSet());
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i < line.steps().size(); i++) {
      if (line.steps().get(i) != line.steps().get(i - 1) + 1) {
        starts.add(line.steps().get(i));
      }
    }
    List<Integer> broken = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.isBroken(i)) {
        broken.add(points.step(i));
      }
    }
    assertThat(broken).isEqualTo(starts);
  }

  @Property
  void chosenStepsKeepTheirValues(
      @ForAll("lines") Line line,
      @ForAll @IntRange(min = 1, max = 60) int limit,
      @ForAll @IntRange(min = 0, max = 200) int step) {
    BitSet exact = new BitSet();
    exact.set(step);
    LinePoints points = thinned(line, limit, exact);
    int at = line.steps().indexOf(step);
    if (at >= 0) {
      assertThat(valueNear(points, line, step, step, line.values().get(at))).isTrue();
    }
  }

  @Property
  void thereAreFewPoints(
      @ForAll("lines") Line line, @ForAll @IntRange(min = 1, max = 60) int limit) {
    LinePoints points = thinned(line, limit, new BitSet());
    int runs = 1;
    for (int i = 1; i < line.steps().size(); i++) {
      runs += line.steps().get(i) == line.steps().get(i - 1) + 1 ? 0 : 1;
    }
    // A run has its ends and what is least and greatest between them.
    assertThat(points.size()).isLessThanOrEqualTo(Math.max(limit, 4 * runs));
  }

  @Property
  void allStaysThatFits(@ForAll("lines") Line line) {
    LinePoints points = thinned(line, line.steps().size(), new BitSet());
    assertThat(points.bucket()).isEqualTo(1);
    for (int i = 0; i < line.steps().size(); i++) {
      int step = line.steps().get(i);
      assertThat(valueNear(points, line, step, step, line.values().get(i))).isTrue();
    }
  }

  @Property
  void whatIsThinnedOutInTheEndLosesNoPeakEither(
      @ForAll("lines") Line line, @ForAll @IntRange(min = 1, max = 60) int limit) {
    LinePoints points = thinned(line, Integer.MAX_VALUE, new BitSet());
    points.fit(limit);
    check(points, line);
  }

  private static LinePoints thinned(Line line, int limit, BitSet exact) {
    LinePoints points = new LinePoints(limit, exact);
    for (int i = 0; i < line.steps().size(); i++) {
      points.add(line.steps().get(i), line.values().get(i));
    }
    points.finish();
    return points;
  }

  @Provide
  Arbitrary<Line> lines() {
    Arbitrary<Integer> ahead =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(9, Arbitraries.just(1)),
            net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(2, 30)));
    Arbitrary<Double> value = Arbitraries.integers().between(0, 3).map(n -> n / 2.0);
    return ahead
        .list()
        .ofMaxSize(400)
        .flatMap(
            steps ->
                value
                    .list()
                    .ofSize(steps.size())
                    .map(
                        values -> {
                          List<Integer> times = new ArrayList<>();
                          int step = -1;
                          for (int by : steps) {
                            step += by;
                            times.add(step);
                          }
                          return new Line(times, values);
                        }));
  }
}
