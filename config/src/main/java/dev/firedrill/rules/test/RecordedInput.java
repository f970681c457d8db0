package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.LabelMatcher;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recorded series that are fed to the rules: an item of `input_data`.
///
/// @param file a path relative to the folder of the test file
/// @param match which series; one of the selectors must match. All series where there is none
/// @param at when the first sample of the recording comes, since the start of the test; null where
///     samples keep their times
public record RecordedInput(
    SourceText file, List<List<LabelMatcher>> match, @Nullable Located<Duration> at) {
  public RecordedInput {
    match = match.stream().map(List::copyOf).toList();
  }
}
