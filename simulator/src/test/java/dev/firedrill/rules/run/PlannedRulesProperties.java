package dev.firedrill.rules.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.RecentSamples;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.StoredSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Rules of any expressions over stored series: evaluated by plans for slices of time they do what
/// they do evaluated instant by instant: the same samples to the last bit, the same alerts,
/// failures and remarks.
class PlannedRulesProperties {
  private static final List<Integer> INTERVALS = List.of(15_000, 30_000, 60_000, 120_000, 7_000);

  /// How slices are cut.
  ///
  /// @param kept samples that plans hold
  /// @param first milliseconds of the first slice
  /// @param shared whether samples are kept for all plans
  /// @param batch steps evaluated at a time
  /// @param ahead whether another thread evaluates ahead
  private record Cut(long kept, long first, boolean shared, int batch, boolean ahead) {
    static Cut of(Random random) {
      return new Cut(
          List.of(1, 3, 10, 40, 3000).get(random.nextInt(5)),
          1 + random.nextInt(List.of(1000, 60_000, 6_000_000).get(random.nextInt(3))),
          random.nextInt(3) > 0,
          List.of(1, 3, 16, 256).get(random.nextInt(4)),
          random.nextBoolean());
    }

    RulesOverTime.Plans plans(StoredSource recording) {
      SeriesSource read = recording;
      PlanSlices slices = PlanSlices.ofRead(kept);
      if (shared) {
        RecentSamples recent = new RecentSamples(recording);
        read = recent;
        slices = PlanSlices.ofKept(kept, recent, first);
      }
      SeriesSource planned = read;
      return new RulesOverTime.Plans(
          written -> MergedSource.of(List.of(planned, written)),
          slices,
          ahead ? ForkJoinPool.commonPool() : null);
    }
  }

  @Property(tries = 150)
  void plansDoWhatInstantQueriesDo(@ForAll long seed) {
    Random random = new Random(seed);
    StoredSource recording = new RandomRecording(random);
    Function<RuleGroup, TimeGrid> times = times(random);
    Cut cut = Cut.of(random);
    String text = file(random);
    BothWays rules = new BothWays(text, recording, times, cut.batch());

    Optional<List<String>> planned = rules.planned(cut.plans(recording));

    Assume.that(planned.isPresent());
    assertThat(planned.get()).as(text + cut).isEqualTo(rules.single());
  }

  private static Function<RuleGroup, TimeGrid> times(Random random) {
    int[] intervals = new int[3];
    int[] phases = new int[3];
    for (int group = 0; group < intervals.length; group++) {
      intervals[group] = INTERVALS.get(random.nextInt(INTERVALS.size()));
      phases[group] = random.nextBoolean() ? 0 : random.nextInt(intervals[group]);
    }
    return group -> {
      int number = Integer.parseInt(group.name().value());
      int interval = intervals[number];
      int count = Math.min(20, 600_000 / interval);
      return new TimeGrid(RandomRecording.START + phases[number], interval, count);
    };
  }

  private static String file(Random random) {
    RandomExpressions expressions = new RandomExpressions(random);
    StringBuilder file = new StringBuilder("groups:\n");
    for (int group = 0; group <= random.nextInt(3); group++) {
      file.append("- name: \"").append(group).append("\"\n");
      file.append(random.nextInt(4) == 0 ? "  query_offset: 15s\n" : "").append("  rules:\n");
      for (int rule = 0; rule <= random.nextInt(3); rule++) {
        boolean alert = random.nextInt(3) == 0;
        int name = random.nextInt(3);
        file.append(alert ? "  - alert: A" : "  - record: r").append(name).append('\n');
        file.append("    expr: '").append(expressions.next()).append("'\n");
        file.append(alert && random.nextBoolean() ? "    for: 1m\n" : "");
        file.append(alert && random.nextInt(3) == 0 ? "    labels: {s: \"{{$value}}\"}\n" : "");
      }
    }
    return file.toString();
  }
}
