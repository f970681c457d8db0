package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.engine.operator.LabelSelection;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out which series of two vectors made an operator fail. Prometheus counts pairs before a
/// comparison lets them go.
final class PairFailure {
  private static final int SOME = 3;

  private final Binary binary;
  private final VectorMatching matching;
  private final MatchKeys keys;
  private final boolean swapped;
  private final List<Sample> many;
  private final List<Sample> one;

  PairFailure(Binary binary, Outcome.Vector left, Outcome.Vector right) {
    this.binary = binary;
    this.matching = binary.matching();
    this.keys = MatchKeys.of(binary);
    this.swapped = matching.cardinality() == Cardinality.ONE_TO_MANY;
    this.many = swapped ? right.all() : left.all();
    this.one = swapped ? left.all() : right.all();
  }

  /// {@return which series it was; empty where none are found}
  Optional<Finding> finding() {
    return duplicates().or(this::ambiguous).or(this::collision);
  }

  private Optional<Finding> duplicates() {
    return several(one)
        .map(
            series ->
                new Finding.Duplicates(
                    swapped,
                    keys.of(series.getFirst()),
                    some(series),
                    series.size(),
                    LabelNames.differing(series.get(0), series.get(1))));
  }

  private Optional<Finding> ambiguous() {
    if (matching.cardinality() != Cardinality.ONE_TO_ONE) {
      return Optional.empty();
    }
    Map<Labels, Sample> partners = keys.firsts(one);
    List<Sample> paired =
        many.stream().filter(each -> partners.containsKey(keys.of(each.labels()))).toList();
    return several(paired)
        .map(
            series -> {
              Labels key = keys.of(series.getFirst());
              @Nullable Sample partner = partners.get(key);
              Labels met = partner == null ? Labels.EMPTY : partner.labels();
              return new Finding.Ambiguous(key, met, some(series), series.size());
            });
  }

  private Optional<Finding> collision() {
    Map<Labels, Sample> partners = keys.firsts(one);
    Map<Labels, Labels> known = new HashMap<>();
    for (Sample each : many) {
      @Nullable Sample partner = partners.get(keys.of(each.labels()));
      if (partner != null) {
        Labels labels = each.labels();
        @Nullable Labels other = known.putIfAbsent(result(labels, partner.labels()), labels);
        if (other != null) {
          List<String> differing = LabelNames.differing(other, labels);
          return Optional.of(new Finding.SameLabels(other, labels, differing, by(differing)));
        }
      }
    }
    return Optional.empty();
  }

  private Labels result(Labels of, Labels partner) {
    boolean unnamed = !binary.operator().isComparison() || binary.returnBool();
    Labels start = unnamed ? of.without(Labels.METRIC_NAME) : of;
    Set<String> listed = keys.listed();
    if (matching.cardinality() == Cardinality.ONE_TO_ONE) {
      return keys.on() ? LabelSelection.keep(start, listed) : LabelSelection.drop(start, listed);
    }
    Labels.Builder result = start.toBuilder();
    matching.include().forEach(name -> result.set(name, partner.get(name)));
    return result.build();
  }

  private String by(List<String> differing) {
    String group = swapped ? "group_right" : "group_left";
    return matching.include().isEmpty() || differing.isEmpty()
        ? binary.operator().symbol()
        : group + "(" + String.join(", ", matching.include()) + ")";
  }

  private Optional<List<Labels>> several(List<Sample> samples) {
    Map<Labels, List<Labels>> byKey = new LinkedHashMap<>();
    for (Sample each : samples) {
      byKey.computeIfAbsent(keys.of(each.labels()), _ -> new ArrayList<>()).add(each.labels());
    }
    return byKey.values().stream().filter(each -> each.size() > 1).findFirst();
  }

  private static List<Labels> some(List<Labels> series) {
    return series.subList(0, Math.min(SOME, series.size()));
  }
}
