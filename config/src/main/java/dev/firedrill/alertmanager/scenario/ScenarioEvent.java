package dev.firedrill.alertmanager.scenario;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.Labels;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that happens in a scenario. Times are milliseconds from the start of the story.
public sealed interface ScenarioEvent {
  /// {@return when it happens}
  long time();

  /// Alerts are posted in one request.
  record Post(long time, List<Alert> alerts) implements ScenarioEvent {
    public Post {
      alerts = List.copyOf(alerts);
    }
  }

  /// A silence is made.
  record MakeSilence(long time, List<Matcher> matchers, long startsAt, long endsAt)
      implements ScenarioEvent {
    public MakeSilence {
      matchers = List.copyOf(matchers);
    }
  }

  /// Receivers refuse the next messages.
  ///
  /// @param times how many messages each receiver refuses
  /// @param status the HTTP status they answer with; from 500 on the message is tried again
  record Fail(long time, Map<String, Integer> times, int status) implements ScenarioEvent {
    public Fail {
      times = Map.copyOf(times);
    }
  }

  /// A posted alert.
  ///
  /// @param startsAt null where the client does not say
  /// @param endsAt null where the client does not say
  record Alert(
      Labels labels,
      SortedMap<String, String> annotations,
      @Nullable Long startsAt,
      @Nullable Long endsAt) {
    public Alert {
      annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
  }
}
