package dev.firedrill.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Compares the state machine with one that looks at the whole history anew at every evaluation.
class AlertTimingProperties {
  @Property
  void goesAsTheHistorySays(
      @ForAll @Size(max = 40) List<Boolean> history,
      @ForAll @IntRange(max = 6) int hold,
      @ForAll @IntRange(max = 6) int keep) {
    AlertTiming timing = new AlertTiming(hold, keep);
    List<String> states = new ArrayList<>();
    @Nullable AlertState state = null;
    for (int now = 0; now < history.size(); now++) {
      state = timing.next(state, history.get(now), now).orElse(null);
      states.add(name(state));
    }
    assertThat(states).isEqualTo(naive(history, hold, keep));
  }

  private static String name(@Nullable AlertState state) {
    return switch (state) {
      case null -> "inactive";
      case AlertState.Pending _ -> "pending";
      case AlertState.Firing _ -> "firing";
      case AlertState.Resolved _ -> "inactive";
    };
  }

  // An alert is active from the first evaluation at which the expression holds until it is gone:
  // at once while pending, for `keep` evaluations once it has fired.
  private static List<String> naive(List<Boolean> history, int hold, int keep) {
    List<String> states = new ArrayList<>();
    int active = -1;
    int lastSeen = -1;
    boolean fired = false;
    for (int now = 0; now < history.size(); now++) {
      if (history.get(now)) {
        active = active < 0 ? now : active;
        lastSeen = now;
        fired |= now - active >= hold;
      } else if (active >= 0 && (!fired || now - (lastSeen + 1) >= keep)) {
        active = -1;
        fired = false;
      }
      states.add(active < 0 ? "inactive" : fired ? "firing" : "pending");
    }
    return states;
  }
}
