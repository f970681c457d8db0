package dev.firedrill.series;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An inverted index: for each label name and value, the numbers of the series that have it.
final class LabelIndex {
  private final Map<String, Values> byName = new HashMap<>();
  private final List<Labels> labels = new ArrayList<>();

  /// Adds a series.
  ///
  /// @param number the number of series added before
  void add(int number, Labels added) {
    labels.add(added);
    for (int i = 0; i < added.size(); i++) {
      byName.computeIfAbsent(added.name(i), name -> new Values()).add(added.value(i), number);
    }
  }

  /// {@return what the matchers select, empty until it is updated}
  Selection selection(List<LabelMatcher> matchers) {
    return new Selection(matchers);
  }

  /// The numbers of the series that a list of matchers accepts.
  final class Selection {
    private final List<LabelMatcher> matchers;
    private final @Nullable LabelMatcher pattern;
    private final Postings found = new Postings();
    // What the pattern accepts of the values looked at so far.
    private final List<Postings> accepted = new ArrayList<>();
    private int values;
    private int looked;

    private Selection(List<LabelMatcher> matchers) {
      this.matchers = matchers;
      this.pattern = pattern(matchers);
    }

    /// Looks at the series added since the last time.
    ///
    /// @return the numbers, rising, of which the first [#count] count
    int[] update() {
      if (looked < labels.size()) {
        @Nullable Postings narrow = narrowest();
        if (narrow != null) {
          lookAt(narrow);
        } else if (pattern != null) {
          lookAt(byPattern(pattern));
        } else {
          lookAtAll();
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
      for (int i = candidates.placeOf(looked); i < candidates.size; i++) {
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

    /// The shortest list that holds all that can match, by the values that are asked for; null
    /// where there is no such list.
    private @Nullable Postings narrowest() {
      @Nullable Postings best = null;
      for (LabelMatcher matcher : matchers) {
        Optional<Set<String>> wanted = matcher.acceptedValues();
        if (wanted.isPresent() && !wanted.get().contains("")) {
          Postings candidates = of(matcher.name(), wanted.get());
          best = best == null || candidates.size < best.size ? candidates : best;
        }
      }
      return best;
    }

    private Postings of(String name, Set<String> wanted) {
      Values known = byName.getOrDefault(name, Values.NONE);
      if (wanted.size() == 1) {
        return known.of(wanted.iterator().next());
      }
      List<Postings> lists = new ArrayList<>();
      wanted.forEach(value -> lists.add(known.of(value)));
      return union(lists);
    }

    /// The series that have a value which a pattern accepts, so that each value is matched once.
    private Postings byPattern(LabelMatcher matcher) {
      Values known = byName.getOrDefault(matcher.name(), Values.NONE);
      for (; values < known.inOrder.size(); values++) {
        String value = known.inOrder.get(values);
        if (matcher.matches(value)) {
          accepted.add(known.of(value));
        }
      }
      return union(accepted);
    }

    // Each series is in one list at most.
    private Postings union(List<Postings> lists) {
      Postings all = new Postings();
      for (Postings list : lists) {
        for (int i = list.placeOf(looked); i < list.size; i++) {
          all.add(list.numbers[i]);
        }
      }
      Arrays.sort(all.numbers, 0, all.size);
      return all;
    }

    /// A matcher that no series without the label satisfies.
    private static @Nullable LabelMatcher pattern(List<LabelMatcher> matchers) {
      for (LabelMatcher matcher : matchers) {
        if (!matcher.matches("")) {
          return matcher;
        }
      }
      return null;
    }
  }

  /// The values of one label.
  private static final class Values {
    static final Values NONE = new Values();

    private final Map<String, Postings> series = new HashMap<>();
    private final List<String> inOrder = new ArrayList<>();

    void add(String value, int number) {
      @Nullable Postings known = series.get(value);
      if (known == null) {
        known = new Postings();
        series.put(value, known);
        inOrder.add(value);
      }
      known.add(number);
    }

    Postings of(String value) {
      return series.getOrDefault(value, Postings.NONE);
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

    /// {@return the place of the first number that is not less}
    int placeOf(int number) {
      int place = Arrays.binarySearch(numbers, 0, size, number);
      return place < 0 ? -place - 1 : place;
    }
  }
}
