package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.engine.operator.LabelSelection;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.VectorMatching;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds out which series of two vectors found no partner, or the wrong one.
final class PairTrouble {
  private static final int TRIED = 5;

  private final Binary binary;
  private final MatchKeys keys;
  private final Sides met;
  private final Sides possible;

  /// Both sides of an operator.
  record Sides(Outcome.Vector left, Outcome.Vector right) {
    Outcome.Vector side(boolean isLeft) {
      return isLeft ? left : right;
    }
  }

  /// @param met what the sides yielded
  /// @param possible what they would have, if no comparison let any series go
  PairTrouble(Binary binary, Sides met, Sides possible) {
    this.binary = binary;
    this.keys = MatchKeys.of(binary);
    this.met = met;
    this.possible = possible;
  }

  /// {@return what is worth knowing of how the sides met}
  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    switch (binary.operator()) {
      case OR -> {}
      case UNLESS -> removed(found);
      case AND -> {
        unpaired(true, found);
        apart(found);
      }
      default -> {
        boolean rightFirst =
            binary.matching().cardinality() == VectorMatching.Cardinality.ONE_TO_MANY;
        unpaired(!rightFirst, found);
        apart(found);
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
    boolean regardless = met.left().isEmpty();
    List<Sample> own = (regardless ? possible : met).left().samples();
    Map<Labels, Sample> partners = keys.firsts(met.right().all());
    List<Sample> gone =
        own.stream().filter(each -> partners.containsKey(keys.of(each.labels()))).toList();
    if (gone.isEmpty() || (regardless && gone.size() < own.size())) {
      return;
    }
    Labels example = gone.getFirst().labels();
    Sample by = partners.get(keys.of(example));
    found.add(
        new Finding.Removed(
            regardless, gone.size(), own.size(), example, by == null ? Labels.EMPTY : by.labels()));
  }

  // Nobody met anybody, though the sides could.
  private void apart(List<Finding> found) {
    Outcome.Vector left = met.left();
    Outcome.Vector right = met.right();
    Map<Labels, Sample> there = keys.firsts(right.all());
    boolean pairs = left.all().stream().anyMatch(each -> there.containsKey(keys.of(each.labels())));
    if (!left.isEmpty()
        && !right.isEmpty()
        && !pairs
        && !(awaited(true).isEmpty() && awaited(false).isEmpty())) {
      found.add(
          new Finding.Apart(
              left.samples().getFirst().labels(), right.samples().getFirst().labels()));
    }
  }

  /// {@return the compared labels of series that would meet one of the other side, had comparisons
  ///     not let this one go}
  /// @param ofLeft the side that has them
  List<Labels> awaited(boolean ofLeft) {
    Map<Labels, Sample> others = keys.firsts(possible.side(!ofLeft).all());
    List<Labels> awaited = new ArrayList<>();
    for (Sample each : met.side(ofLeft).samples()) {
      Labels key = keys.of(each.labels());
      if (others.containsKey(key) && !awaited.contains(key) && awaited.size() < TRIED) {
        awaited.add(key);
      }
    }
    return awaited;
  }

  private void unpaired(boolean isLeft, List<Finding> found) {
    Outcome.Vector other = possible.side(!isLeft);
    boolean filled =
        isLeft ? binary.matching().fillRight() != null : binary.matching().fillLeft() != null;
    if (filled || other.all().isEmpty()) {
      return;
    }
    boolean gone = met.side(isLeft).isEmpty();
    boolean regardless = (gone || met.side(!isLeft).isEmpty()) && !other.isEmpty();
    Outcome.Vector own = (gone ? possible : met).side(isLeft);
    Map<Labels, Sample> partners = keys.firsts(other.all());
    List<Sample> alone =
        own.samples().stream()
            .filter(each -> !partners.containsKey(keys.of(each.labels())))
            .toList();
    if (alone.isEmpty() || (gone && (!regardless || alone.size() < own.samples().size()))) {
      return;
    }
    Labels example = alone.getFirst().labels();
    Labels key = keys.of(example);
    @Nullable Labels nearest = nearest(key, other.all());
    List<String> differing =
        nearest == null ? List.of() : LabelNames.differing(key, keys.of(nearest));
    List<String> names = LabelNames.of(own.all());
    List<String> otherNames = LabelNames.of(other.all());
    // Where others find theirs, the labels are right, and a series is missing.
    boolean missing =
        alone.size() < own.samples().size()
            && names.containsAll(differing)
            && otherNames.containsAll(differing);
    found.add(
        new Finding.Unpaired(
            isLeft,
            alone.size(),
            own.samples().size(),
            example,
            key,
            regardless,
            names,
            otherNames,
            nearest,
            differing,
            missing ? null : advice(example, other.all(), nearest)));
  }

  private @Nullable Labels nearest(Labels key, List<Sample> others) {
    @Nullable Labels nearest = null;
    int least = Integer.MAX_VALUE;
    for (Sample other : others) {
      int differences = LabelNames.differing(key, keys.of(other.labels())).size();
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
    Set<String> shared = new TreeSet<>(LabelNames.of(possible.left().all()));
    shared.retainAll(LabelNames.of(possible.right().all()));
    boolean met = false;
    for (Sample other : others) {
      met |=
          LabelSelection.keep(other.labels(), shared).equals(LabelSelection.keep(example, shared));
    }
    if (!met) {
      shared.removeIf(name -> !example.get(name).equals(nearest.get(name)));
    }
    if ((shared.isEmpty() && !isBare(possible.left()) && !isBare(possible.right()))
        || (binary.matching().on() && shared.equals(keys.listed()))) {
      return null;
    }
    boolean manyLeft = collide(possible.left().all(), shared);
    boolean manyRight = collide(possible.right().all(), shared);
    if (binary.operator().isSet()) {
      return new Finding.Advice(List.copyOf(shared), "");
    }
    String group = manyLeft ? "group_left" : manyRight ? "group_right" : "";
    return manyLeft && manyRight ? null : new Finding.Advice(List.copyOf(shared), group);
  }

  // One series without labels, such as that of hour(), goes with any.
  private static boolean isBare(Outcome.Vector side) {
    return side.all().size() == 1 && LabelNames.of(side.all()).isEmpty();
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
    if (!binary.operator().isComparison()) {
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
    Map<Labels, Sample> ones = keys.firsts(met.side(rightIsMany).all());
    List<Finding.Miss> pairs = new ArrayList<>();
    for (Sample many : met.side(!rightIsMany).samples()) {
      @Nullable Sample one = ones.get(keys.of(many.labels()));
      if (one != null && one.histogram() == null && many.histogram() == null) {
        double value = rightIsMany ? one.value() : many.value();
        double bound = rightIsMany ? many.value() : one.value();
        pairs.add(new Finding.Miss(many.labels(), value, bound));
      }
    }
    return pairs;
  }
}
