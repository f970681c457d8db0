package dev.firedrill.engine.script;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.series.SeriesDescription;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an `eval` command expects.
///
/// @param series the series of the result
/// @param scalar the value where a scalar is expected; else null
/// @param text the value where a string is expected; else null
/// @param times when the values of an expected range vector are; else null
/// @param ordered whether the order of the series matters
/// @param messages errors, warnings and information that must come
/// @param noWarnings whether there must be no warning
/// @param noInfos whether there must be no information
record Expectations(
    List<SeriesDescription> series,
    @Nullable Double scalar,
    @Nullable String text,
    @Nullable TimeGrid times,
    boolean ordered,
    List<ExpectedMessage> messages,
    boolean noWarnings,
    boolean noInfos) {
  Expectations {
    series = List.copyOf(series);
    messages = List.copyOf(messages);
  }

  /// {@return whether the expression must not be evaluable}
  boolean failure() {
    return !messages(ExpectedMessage.Kind.FAIL).isEmpty();
  }

  /// {@return the messages of a kind that must come}
  List<ExpectedMessage> messages(ExpectedMessage.Kind kind) {
    List<ExpectedMessage> found = new ArrayList<>();
    for (ExpectedMessage message : messages) {
      if (message.kind() == kind) {
        found.add(message);
      }
    }
    return found;
  }
}
