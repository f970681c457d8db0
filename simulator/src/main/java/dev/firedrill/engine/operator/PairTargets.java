package dev.firedrill.engine.operator;

import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which output series each pair of matching series writes to.
final class PairTargets {
  private final List<Labels> outputs = new ArrayList<>();
  private final int[] oneRanks;
  // by series of the many side, then by rank of the series of the one side within its group
  private final int[][] targets;
  // what a series of a side becomes without a partner; empty where nothing is filled in
  private final int[] manyAlone;
  private final int[] oneAlone;

  PairTargets(
      List<Labels> many,
      int[] manyGroups,
      List<Labels> one,
      int[] oneGroups,
      MatchGroups groups,
      MatchedLabels labels) {
    Map<Labels, Integer> places = new HashMap<>();
    List<List<Labels>> members = new ArrayList<>();
    for (int i = 0; i < groups.count(); i++) {
      members.add(new ArrayList<>());
    }
    this.oneRanks = new int[oneGroups.length];
    for (int i = 0; i < oneGroups.length; i++) {
      List<Labels> group = members.get(oneGroups[i]);
      oneRanks[i] = group.size();
      group.add(one.get(i));
    }
    this.targets = new int[manyGroups.length][];
    this.manyAlone = new int[labels.fillsOne() ? manyGroups.length : 0];
    for (int i = 0; i < manyGroups.length; i++) {
      List<Labels> group = members.get(manyGroups[i]);
      targets[i] = new int[group.size()];
      for (int rank = 0; rank < group.size(); rank++) {
        targets[i][rank] = place(labels.of(many.get(i), group.get(rank)), places);
      }
      if (labels.fillsOne()) {
        manyAlone[i] = place(labels.of(many.get(i), groups.key(manyGroups[i])), places);
      }
    }
    this.oneAlone = new int[labels.fillsMany() ? oneGroups.length : 0];
    for (int i = 0; i < oneAlone.length; i++) {
      oneAlone[i] = place(labels.of(groups.key(oneGroups[i]), one.get(i)), places);
    }
  }

  private int place(Labels result, Map<Labels, Integer> places) {
    @Nullable Integer known = places.putIfAbsent(result, outputs.size());
    if (known != null) {
      return known;
    }
    outputs.add(result);
    return outputs.size() - 1;
  }

  List<Labels> outputs() {
    return outputs;
  }

  /// {@return whether no two pairs become the same series}
  boolean areDistinct() {
    int pairs = 0;
    for (int[] ofMany : targets) {
      pairs += ofMany.length;
    }
    return pairs == outputs.size();
  }

  int ofManyAlone(int many) {
    return manyAlone[many];
  }

  int ofOneAlone(int one) {
    return oneAlone[one];
  }

  int of(int many, int one) {
    return targets[many][oneRanks[one]];
  }
}
