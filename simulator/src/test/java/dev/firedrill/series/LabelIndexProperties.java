package dev.firedrill.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LabelIndexProperties {
  @Property(tries = 500)
  void findsWhatLookingAtEachSeriesFinds(
      @ForAll("labelSets") List<Labels> series, @ForAll("matchers") List<LabelMatcher> matchers) {
    SeriesStore store = new SeriesStore();
    List<Labels> expected = new ArrayList<>();
    // The second half comes after the first selection.
    for (int i = 0; i < series.size(); i++) {
      if (i == series.size() / 2) {
        assertThat(select(store, matchers)).isEqualTo(expected);
      }
      Labels labels = series.get(i);
      store.append(labels, 1, 1);
      if (matchers.stream().allMatch(matcher -> matcher.matches(labels))) {
        expected.add(labels);
      }
    }
    assertThat(select(store, matchers)).isEqualTo(expected);
  }

  private static List<Labels> select(SeriesStore store, List<LabelMatcher> matchers) {
    return store.select(matchers, TimeRange.ALL).stream().map(Series::labels).toList();
  }

  @Provide
  Arbitrary<List<Labels>> labelSets() {
    Arbitrary<String> value = Arbitraries.of("", "a", "b", "ab", "c.d");
    return Combinators.combine(value, value)
        .as((first, second) -> Labels.of("x", first, "y", second))
        .list()
        .ofMaxSize(12)
        .uniqueElements();
  }

  @Provide
  Arbitrary<List<LabelMatcher>> matchers() {
    return Combinators.combine(
            Arbitraries.of("x", "y", "z"),
            Arbitraries.of(LabelMatcher.Operator.class),
            Arbitraries.of("", "a", "b", "a|b", "a|", "(b|c\\.d)", "a.*", ".+", "a?b", "[abc].*"))
        .as(LabelMatcher::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }
}
