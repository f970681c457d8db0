package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CoveredTimeProperties {
  @Property
  void holesAreWhereNoSampleIs(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int reach) {
    Random random = new Random(seed);
    CoveredTime covered = new CoveredTime();
    SortedSet<Long> all = new TreeSet<>();
    for (int series = 0; series < 6; series++) {
      List<Long> times = new ArrayList<>();
      long time = random.nextInt(150);
      int count = 1 + random.nextInt(12);
      for (int i = 0; i < count; i++) {
        times.add(time);
        time += 1 + random.nextInt(2 * reach);
      }
      TimeRange stretch = new TimeRange(times.getFirst(), times.getLast());
      if (covered.hasNoHole(stretch, reach)) {
        covered.add(stretch, reach, reach);
      } else {
        times.forEach(one -> covered.add(new TimeRange(one, one), reach, reach));
      }
      all.addAll(times);
    }
    TimeRange whole = new TimeRange(-random.nextInt(20), 440 + random.nextInt(20));
    assertThat(covered.holes(whole, reach)).isEqualTo(holes(all, whole, reach));
  }

  private static List<TimeRange> holes(SortedSet<Long> times, TimeRange whole, long reach) {
    List<TimeRange> holes = new ArrayList<>();
    SortedSet<Long> points = new TreeSet<>(times);
    points.add(whole.last());
    long known = whole.first();
    for (long time : points) {
      if (time - known > reach) {
        holes.add(new TimeRange(known, time));
      }
      known = time;
    }
    return holes;
  }
}
