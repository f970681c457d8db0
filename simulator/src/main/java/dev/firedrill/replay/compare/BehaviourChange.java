package dev.firedrill.replay.compare;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.rules.compare.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How an alert of one version of the rules fires otherwise than the same alert of another, on the
/// same recording.
///
/// Instances are matched by their labels, and of two matched instances the windows that overlap
/// most. A window that falls apart has moved, and the rest of it is added; one that two become has
/// moved, and the other is removed.
///
/// @param before null where the alert is new
/// @param after null where the alert is gone
/// @param added windows that only the new version has
/// @param removed windows that only the old version has
/// @param moved windows that start or end at another time
/// @param relabelled instances with windows in both versions whose labels are others, the name of
///     the alert among them
/// @param rewritten annotations of instances with windows in both versions that read otherwise,
///     where the rule's texts do not tell that already
/// @param former of instances that fire in both versions, by their labels as they are now, what
///     they were
/// @param kept how many windows are as they were
public record BehaviourChange(
    @Nullable AlertReplay before,
    @Nullable AlertReplay after,
    List<AlertWindow> added,
    List<AlertWindow> removed,
    List<MovedWindow> moved,
    List<Relabelled> relabelled,
    List<Rewritten> rewritten,
    Map<Labels, Former> former,
    int kept) {
  private static final Comparator<AlertWindow> BY_TIME =
      Comparator.comparingLong((AlertWindow window) -> window.interval().start())
          .thenComparing(AlertWindow::labels);

  public BehaviourChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    moved = List.copyOf(moved);
    relabelled = List.copyOf(relabelled);
    rewritten = List.copyOf(rewritten);
    former = Map.copyOf(former);
  }

  /// An instance as it was.
  ///
  /// @param rewritten its annotations that the versions of the rule write otherwise, by name: how
  ///     each was expanded last by the old version and by the new one; empty where there was none
  public record Former(Labels labels, Map<String, List<String>> rewritten) {
    public Former {
      rewritten = Map.copyOf(rewritten);
    }

    static Former of(AlertTimeline old, AlertTimeline now, List<Difference> annotations) {
      Map<String, List<String>> rewritten = new TreeMap<>();
      for (Difference each : annotations) {
        String name = each.name();
        rewritten.put(
            name,
            List.of(
                old.annotations().getOrDefault(name, ""),
                now.annotations().getOrDefault(name, "")));
      }
      return new Former(old.labels(), rewritten);
    }
  }

  /// An instance whose labels are others.
  public record Relabelled(Labels before, Labels after) {}

  /// An annotation of an instance that reads otherwise.
  ///
  /// @param labels of the instance, as they are now
  /// @param annotation its name
  /// @param before as it was expanded last; empty where there was none
  /// @param after as it is expanded last; empty where there is none
  public record Rewritten(Labels labels, String annotation, String before, String after) {}

  /// {@return what differs between two versions of an alert}
  ///
  /// @param before null where there was none
  /// @param after null where there is none
  /// @param changed names of labels that the versions of the rule write otherwise
  /// @param annotations those that the versions of the rule write otherwise
  public static BehaviourChange between(
      @Nullable AlertReplay before,
      @Nullable AlertReplay after,
      Set<String> changed,
      List<Difference> annotations) {
    List<AlertWindow> added = new ArrayList<>();
    List<AlertWindow> removed = new ArrayList<>();
    List<MovedWindow> moved = new ArrayList<>();
    List<Relabelled> relabelled = new ArrayList<>();
    List<Rewritten> rewritten = new ArrayList<>();
    Map<Labels, Former> former = new HashMap<>();
    int kept = 0;
    for (InstanceMatch match : InstanceMatch.of(instances(before), instances(after), changed)) {
      AlertTimeline old = match.before();
      AlertTimeline now = match.after();
      List<AlertWindow> gone = new ArrayList<>(windows(old));
      List<AlertWindow> fresh = new ArrayList<>(windows(now));
      for (MovedWindow pair : WindowPairs.of(gone, fresh)) {
        gone.remove(pair.before());
        fresh.remove(pair.after());
        if (pair.isTheSame()) {
          kept++;
        } else {
          moved.add(pair);
        }
      }
      added.addAll(fresh);
      removed.addAll(gone);
      if (old != null && now != null && !old.labels().equals(now.labels())) {
        relabelled.add(new Relabelled(old.labels(), now.labels()));
      }
      if (old != null && now != null) {
        annotations.forEach(each -> rewritten(old, now, each).ifPresent(rewritten::add));
        former.put(now.labels(), Former.of(old, now, annotations));
      }
    }
    added.sort(BY_TIME);
    removed.sort(BY_TIME);
    moved.sort(Comparator.comparing(MovedWindow::after, BY_TIME));
    return new BehaviourChange(
        before, after, added, removed, moved, relabelled, rewritten, former, kept);
  }

  private static Optional<Rewritten> rewritten(
      AlertTimeline old, AlertTimeline now, Difference written) {
    String name = written.name();
    String before = old.annotations().getOrDefault(name, "");
    String after = now.annotations().getOrDefault(name, "");
    boolean asWritten = before.equals(written.before()) && after.equals(written.after());
    return before.equals(after) || asWritten
        ? Optional.empty()
        : Optional.of(new Rewritten(now.labels(), name, before, after));
  }

  /// {@return the name of the alert, as it is now where there is it now}
  public String name() {
    return latest().rule().name().value();
  }

  /// {@return what the alert does now; what it did where it is gone}
  public AlertReplay latest() {
    AlertReplay now = after();
    AlertReplay old = before();
    return now == null ? Objects.requireNonNull(old, "neither version has the alert") : now;
  }

  /// {@return whether it fires at all, in either version}
  public boolean fired() {
    AlertReplay now = after();
    AlertReplay old = before();
    return (now != null && now.firings() > 0) || (old != null && old.firings() > 0);
  }

  /// {@return whether it fires at other times}
  public boolean firesOtherwise() {
    return !added.isEmpty() || !removed.isEmpty() || !moved.isEmpty();
  }

  /// {@return whether it fires at other times, or with other labels, its name among them}
  public boolean differs() {
    return firesOtherwise() || !relabelled.isEmpty();
  }

  private static List<AlertTimeline> instances(@Nullable AlertReplay alert) {
    return alert == null ? List.of() : alert.instances();
  }

  private static List<AlertWindow> windows(@Nullable AlertTimeline instance) {
    List<AlertWindow> windows = new ArrayList<>();
    if (instance != null) {
      for (AlertInterval firing : instance.firing()) {
        windows.add(new AlertWindow(instance.labels(), firing));
      }
    }
    return windows;
  }
}
