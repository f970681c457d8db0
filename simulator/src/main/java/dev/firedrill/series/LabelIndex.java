package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An inverted index: for each label name and value, the numbers of the series that have it.
final class LabelIndex {
  private final Map<String, Map<String, Postings>> postings = new HashMap<>();
  private final List<Labels> labels = new ArrayList<>();

  /// Adds a series.
  ///
  /// @param number the number of series added before
  void add(int number, Labels added) {
    labels.add(added);
    for (int i = 0; i < added.size(); i++) {
      postings
          .computeIfAbsent(added.name(i), name -> new HashMap<>())
          .computeIfAbsent(added.value(i), value -> new Postings())
          .add(number);
    }
  }

  /// {@return what the matchers select, empty until it is updated}
  Selection selection(List<LabelMatcher> matchers) {
    return new Selection(matchers);
  }

  /// The numbers of the series that a list of matchers accepts.
  final class Selection {
    private final List<LabelMatcher> matchers;
    private final Postings found = new Postings();
    private int looked;

    private Selection(List<LabelMatcher> matchers) {
      this.matchers = matchers;
    }

    /// Looks at the series added since the last time.
    ///
    /// @return the numbers, rising, of which the first [#count] count
    int[] update() {
      if (looked < labels.size()) {
        @Nullable Postings narrow = narrowest();
        if (narrow == null) {
          lookAtAll();
        } else {
          lookAt(narrow);
        }
        looked = labels.size();
      }
      return found.numbers;
    }

    int count() {
      return found.size;
    }

    private void lookAtAll() {
      for (int number = looked; number < labels.size(); number++) {
        look(number);
      }
    }

    private void lookAt(Postings candidates) {
      int place = Arrays.binarySearch(candidates.numbers, 0, candidates.size, looked);
      for (int i = place < 0 ? -place - 1 : place; i < candidates.size; i++) {
        look(candidates.numbers[i]);
      }
    }

    private void look(int number) {
      Labels candidate = labels.get(number);
      for (LabelMatcher matcher : matchers) {
        if (!matcher.matches(candidate)) {
          return;
        }
      }
      found.add(number);
    }

    /// The shortest list that holds all that can match; null where there is no such list.
    private @Nullable Postings narrowest() {
      @Nullable Postings best = null;
      for (LabelMatcher matcher : matchers) {
        if (matcher.operator() == LabelMatcher.Operator.EQUAL && !matcher.value().isEmpty()) {
          Postings candidates =
              postings
                  .getOrDefault(matcher.name(), Map.of())
                  .getOrDefault(matcher.value(), Postings.NONE);
          best = best == null || candidates.size < best.size ? candidates : best;
        }
      }
      return best;
    }
  }

  private static final class Postings {
    static final Postings NONE = new Postings();

    private int[] numbers = new int[4];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }
  }
}
