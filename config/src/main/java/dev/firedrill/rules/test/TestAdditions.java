package dev.firedrill.rules.test;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a test holds beyond what promtool knows. Series made by templates are among the test's
/// input series, and tolerances among its expectations.
///
/// @param recordings recorded series, besides the input series
/// @param behaviours what alerts do over the whole test
/// @param notifications what an Alertmanager makes of the alerts; null where nothing is said of it
/// @param until when the test ends; null where nothing is said: then with the last time that is
///     named and, where there are `behaviours` or `notifications`, not before the last sample of
///     the input
/// @param startsWithData whether the test starts at the first recorded sample, as no
///     `start_timestamp` says otherwise
public record TestAdditions(
    List<RecordedInput> recordings,
    List<AlertBehaviour> behaviours,
    @Nullable NotificationTest notifications,
    @Nullable Duration until,
    boolean startsWithData) {
  /// Of a test that promtool could run.
  public static final TestAdditions NONE =
      new TestAdditions(List.of(), List.of(), null, null, false);

  public TestAdditions {
    recordings = List.copyOf(recordings);
    behaviours = List.copyOf(behaviours);
  }
}
