package dev.firedrill.replay;

import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of time without recorded samples, far longer than samples are apart.
///
/// @param time from the last sample before to the first after
/// @param steps how far samples are usually apart of the series that have none then, in
///     milliseconds; none where no series has any
public record Gap(TimeRange time, List<Long> steps) {
  public Gap {
    steps = List.copyOf(steps);
  }

  /// {@return whether all series lack samples that could have some}
  public boolean isWhole() {
    return steps.isEmpty();
  }

  /// {@return the gaps of all of some resolutions, in the order of time, each once}
  static List<Gap> of(List<Resolution> resolutions) {
    List<Gap> gaps = new ArrayList<>();
    List<Resolution> sorted = new ArrayList<>(resolutions);
    sorted.sort(Comparator.comparingLong(Resolution::step));
    for (Resolution resolution : sorted) {
      int finer = gaps.size();
      for (TimeRange time : resolution.gaps()) {
        add(gaps, finer, resolution, time);
      }
    }
    gaps.sort(Comparator.comparingLong(gap -> gap.time().first()));
    gaps.replaceAll(
        gap -> gap.steps().size() == resolutions.size() ? new Gap(gap.time(), List.of()) : gap);
    return gaps;
  }

  // The first of the gaps are those of series whose samples are closer together.
  private static void add(List<Gap> gaps, int finer, Resolution resolution, TimeRange time) {
    for (int i = 0; i < finer; i++) {
      Gap gap = gaps.get(i);
      if (resolution.shares(time, gap.time()) && !gap.steps().contains(resolution.step())) {
        List<Long> steps = new ArrayList<>(gap.steps());
        steps.add(resolution.step());
        gaps.set(i, new Gap(gap.time(), steps));
        return;
      }
    }
    gaps.add(new Gap(time, List.of(resolution.step())));
  }
}
