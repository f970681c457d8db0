package dev.firedrill.rules.run;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What PromQL remarks on the results of rules, by whichever engine: each remark once for a rule,
/// without the places and counts that differ from query to query.
final class RuleRemarks {
  // Of ranges only, which rules do not ask for.
  private static final String OF_RANGES = "PromQL warning: sort is ineffective for range queries";
  private static final String COUNTS = ", from buckets ";
  private static final Pattern PLACE = Pattern.compile(" \\(\\d+:\\d+\\)$");

  private final Map<Place, Set<String>> texts = new HashMap<>();
  private final List<Runnable> sources = new ArrayList<>();

  /// Where a rule is written: its variants are there, too.
  private record Place(String path, int offset) {
    static Place of(Rule rule) {
      return new Place(rule.location().file().path(), rule.location().span().start());
    }
  }

  /// {@return takes the remarks on a rule, as Prometheus's API gives them}
  Consumer<String> of(Rule rule) {
    Place place = Place.of(rule);
    return text -> add(place, text);
  }

  private synchronized void add(Place place, String text) {
    if (!text.startsWith(OF_RANGES)) {
      int counts = text.indexOf(COUNTS);
      String kept = counts < 0 ? PLACE.matcher(text).replaceFirst("") : text.substring(0, counts);
      texts.computeIfAbsent(place, _ -> new TreeSet<>()).add(kept);
    }
  }

  /// Says who has remarks that it did not pass on yet.
  ///
  /// @param source passes them on
  void from(Runnable source) {
    sources.add(source);
  }

  /// {@return the remarks on the rules of a group, in their order}
  List<RuleRemark> on(RuleGroup group) {
    sources.forEach(Runnable::run);
    sources.clear();
    List<RuleRemark> remarks = new ArrayList<>();
    for (Rule rule : group.rules()) {
      texts
          .getOrDefault(Place.of(rule), Set.of())
          .forEach(text -> remarks.add(new RuleRemark(rule, text)));
    }
    return remarks;
  }
}
