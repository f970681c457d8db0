package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.engine.operator.LabelSelection;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.VectorMatching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds out which series of two vectors found no partner, or the wrong one.
final class PairTrouble {
  private static final int SOME = 3;

  private final Binary binary;
  private final Set<String> listed;
  private final Outcome.Vector left;
  private final Outcome.Vector right;

  PairTrouble(Binary binary, Outcome.Vector left, Outcome.Vector right) {
    this.binary = binary;
    this.listed = Set.copyOf(binary.matching().labels());
    this.left = left;
    this.right = right;
  }

  /// {@return which series made the evaluation fail, where its message does not name them:
  ///     Prometheus counts pairs before a comparison lets them go}
  List<Finding> failure() {
    if (binary.matching().cardinality() != VectorMatching.Cardinality.ONE_TO_ONE) {
      return List.of();
    }
    Map<Labels, Sample> partners = byKey(right.all());
    if (partners.size() < right.all().size()) {
      return List.of();
    }
    Map<Labels, List<Labels>> paired = new LinkedHashMap<>();
    for (Sample each : left.all()) {
      Labels key = key(each.labels());
      @Nullable Sample partner = partners.get(key);
      if (partner != null) {
        paired.computeIfAbsent(key, labels -> new ArrayList<>()).add(each.labels());
      }
    }
    for (Map.Entry<Labels, List<Labels>> each : paired.entrySet()) {
      List<Labels> series = each.getValue();
      @Nullable Sample partner = partners.get(each.getKey());
      if (series.size() > 1 && partner != null) {
        return List.of(
            new Finding.Ambiguous(
                each.getKey(),
                partner.labels(),
                series.subList(0, Math.min(SOME, series.size())),
                series.size()));
      }
    }
    return List.of();
  }

  /// {@return what is worth knowing of how the sides met}
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    switch (binary.operator()) {
      case OR -> {}
      case UNLESS -> removed(found);
      case AND -> unpaired(true, found);
      default -> {
        boolean rightFirst =
            binary.matching().cardinality() == VectorMatching.Cardinality.ONE_TO_MANY;
        unpaired(!rightFirst, found);
        if (found.isEmpty()) {
          unpaired(rightFirst, found);
        }
        missed(found);
        noNumbers(found);
      }
    }
    return found;
  }

  private void removed(List<Finding> found) {
    Map<Labels, Sample> partners = byKey(right.all());
    List<Sample> gone =
        left.samples().stream().filter(each -> partners.containsKey(key(each.labels()))).toList();
    if (!gone.isEmpty()) {
      Labels example = gone.getFirst().labels();
      Sample by = partners.get(key(example));
      found.add(
          new Finding.Removed(
              gone.size(),
              left.samples().size(),
              example,
              by == null ? Labels.EMPTY : by.labels()));
    }
  }

  private void unpaired(boolean isLeft, List<Finding> found) {
    Outcome.Vector own = isLeft ? left : right;
    Outcome.Vector other = isLeft ? right : left;
    boolean filled =
        isLeft ? binary.matching().fillRight() != null : binary.matching().fillLeft() != null;
    if (filled || other.all().isEmpty()) {
      return;
    }
    Map<Labels, Sample> partners = byKey(other.all());
    List<Sample> alone =
        own.samples().stream().filter(each -> !partners.containsKey(key(each.labels()))).toList();
    if (alone.isEmpty()) {
      return;
    }
    Labels example = alone.getFirst().labels();
    Labels key = key(example);
    @Nullable Labels nearest = nearest(key, other.all());
    found.add(
        new Finding.Unpaired(
            isLeft,
            alone.size(),
            own.samples().size(),
            example,
            key,
            names(own.all()),
            names(other.all()),
            nearest,
            nearest == null ? List.of() : differing(key, key(nearest)),
            advice(example, other.all(), nearest)));
  }

  private @Nullable Labels nearest(Labels key, List<Sample> others) {
    @Nullable Labels nearest = null;
    int least = Integer.MAX_VALUE;
    for (Sample other : others) {
      int differences = differing(key, key(other.labels())).size();
      if (differences < least) {
        least = differences;
        nearest = other.labels();
      }
    }
    return nearest;
  }

  private Finding.@Nullable Advice advice(
      Labels example, List<Sample> others, @Nullable Labels nearest) {
    if (nearest == null) {
      return null;
    }
    Set<String> shared = new TreeSet<>(names(left.all()));
    shared.retainAll(names(right.all()));
    boolean met = false;
    for (Sample other : others) {
      met |=
          LabelSelection.keep(other.labels(), shared).equals(LabelSelection.keep(example, shared));
    }
    if (!met) {
      shared.removeIf(name -> !example.get(name).equals(nearest.get(name)));
    }
    if (shared.isEmpty() || (binary.matching().on() && shared.equals(listed))) {
      return null;
    }
    boolean manyLeft = collide(left.all(), shared);
    boolean manyRight = collide(right.all(), shared);
    if (binary.operator().isSet()) {
      return new Finding.Advice(List.copyOf(shared), "");
    }
    String group = manyLeft ? "group_left" : manyRight ? "group_right" : "";
    return manyLeft && manyRight ? null : new Finding.Advice(List.copyOf(shared), group);
  }

  private static boolean collide(List<Sample> samples, Set<String> names) {
    Set<Labels> seen = new HashSet<>();
    for (Sample sample : samples) {
      if (!seen.add(LabelSelection.keep(sample.labels(), names))) {
        return true;
      }
    }
    return false;
  }

  private void missed(List<Finding> found) {
    if (!binary.operator().isComparison() || binary.returnBool()) {
      return;
    }
    List<Finding.Miss> pairs = pairs();
    List<Finding.Miss> misses =
        pairs.stream()
            .filter(each -> !Comparisons.holds(binary.operator(), each.value(), each.bound()))
            .toList();
    Comparisons.missed(binary.operator(), pairs.size(), misses).ifPresent(found::add);
  }

  private void noNumbers(List<Finding> found) {
    NoNumbers none = new NoNumbers(binary);
    pairs().forEach(each -> none.add(each.labels(), each.value(), each.bound()));
    none.finding().ifPresent(found::add);
  }

  // The values of both sides, by the labels of the side that may have several.
  private List<Finding.Miss> pairs() {
    boolean rightIsMany = binary.matching().cardinality() == VectorMatching.Cardinality.ONE_TO_MANY;
    Map<Labels, Sample> ones = byKey(rightIsMany ? left.all() : right.all());
    List<Finding.Miss> pairs = new ArrayList<>();
    for (Sample many : rightIsMany ? right.samples() : left.samples()) {
      @Nullable Sample one = ones.get(key(many.labels()));
      if (one != null && one.histogram() == null && many.histogram() == null) {
        double value = rightIsMany ? one.value() : many.value();
        double bound = rightIsMany ? many.value() : one.value();
        pairs.add(new Finding.Miss(many.labels(), value, bound));
      }
    }
    return pairs;
  }

  private Map<Labels, Sample> byKey(List<Sample> samples) {
    Map<Labels, Sample> found = new HashMap<>();
    samples.forEach(each -> found.putIfAbsent(key(each.labels()), each));
    return found;
  }

  private Labels key(Labels labels) {
    return binary.matching().on()
        ? LabelSelection.keep(labels, listed)
        : LabelSelection.dropWithName(labels, listed);
  }

  private static List<String> names(List<Sample> samples) {
    Set<String> names = new TreeSet<>();
    samples.forEach(each -> names.addAll(each.labels().names()));
    names.remove(Labels.METRIC_NAME);
    return List.copyOf(names);
  }

  private static List<String> differing(Labels one, Labels other) {
    Set<String> names = new TreeSet<>(one.names());
    names.addAll(other.names());
    names.removeIf(name -> one.get(name).equals(other.get(name)));
    return List.copyOf(names);
  }
}
