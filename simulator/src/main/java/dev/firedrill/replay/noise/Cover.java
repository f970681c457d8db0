package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How long an inhibit rule would have kept alerts quiet.
final class Cover {
  private Cover() {}

  /// {@return milliseconds for which instances of the target fire while one of the source does that
  ///     has the same values of some labels}
  static long of(AlertReplay source, AlertReplay target, List<String> equal) {
    Map<List<String>, List<AlertInterval>> sources = new HashMap<>();
    for (FiringWindows windows : FiringWindows.of(source)) {
      sources
          .computeIfAbsent(values(windows.labels(), equal), each -> new ArrayList<>())
          .addAll(windows.firing());
    }
    sources.values().forEach(each -> each.sort(Comparator.comparingLong(AlertInterval::start)));
    long covered = 0;
    for (FiringWindows windows : FiringWindows.of(target)) {
      List<AlertInterval> firing = sources.getOrDefault(values(windows.labels(), equal), List.of());
      covered += covered(windows.firing(), firing);
    }
    return covered;
  }

  private static List<String> values(Labels labels, List<String> names) {
    return names.stream().map(labels::get).toList();
  }

  /// @param around in the order of their starts; they may overlap
  private static long covered(List<AlertInterval> within, List<AlertInterval> around) {
    long covered = 0;
    int first = 0;
    for (AlertInterval inner : within) {
      while (first < around.size() && around.get(first).end() <= inner.start()) {
        first++;
      }
      long until = inner.start();
      for (int i = first; i < around.size() && around.get(i).start() < inner.end(); i++) {
        long start = Math.max(until, around.get(i).start());
        long end = Math.min(inner.end(), around.get(i).end());
        covered += Math.max(0, end - start);
        until = Math.max(until, end);
      }
    }
    return covered;
  }
}
