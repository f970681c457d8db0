package dev.firedrill.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.labels.Labels;
import dev.firedrill.series.TimeRange;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class AlertRunProperties {
  private static final long STEP = 15_000;

  @Property
  void firesWhenTheStateMachineDoes(
      @ForAll @Size(min = 1, max = 40) List<Boolean> holds,
      @ForAll @IntRange(max = 90) int hold,
      @ForAll @IntRange(max = 90) int keep) {
    AlertTiming timing = new AlertTiming(hold * 1000L, keep * 1000L);
    BitSet present = new BitSet();
    TimelineRecorder recorder = new TimelineRecorder(Labels.EMPTY, false);
    @Nullable AlertState state = null;
    for (int step = 0; step < holds.size(); step++) {
      present.set(step, holds.get(step));
      state = timing.next(state, holds.get(step), step * STEP).orElse(null);
      recorder.record(step * STEP, phase(state), 0, null, TreeMap::new);
    }
    List<TimeRange> fired =
        recorder.finish((holds.size() - 1) * STEP).firing().stream()
            .map(firing -> new TimeRange(firing.start(), firing.end()))
            .toList();
    assertThat(AlertRun.of(present, holds.size(), step -> step * STEP, timing)).isEqualTo(fired);
  }

  private static @Nullable Phase phase(@Nullable AlertState state) {
    return switch (state) {
      case null -> null;
      case AlertState.Pending _ -> Phase.PENDING;
      case AlertState.Firing _ -> Phase.FIRING;
      case AlertState.Resolved _ -> null;
    };
  }
}
