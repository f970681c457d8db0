package dev.firedrill.rules.run;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The annotations of an alert at one evaluation. Few are ever looked at, so templates are expanded
/// when they are, unless they ask for data, which is another then.
final class AlertAnnotations implements Supplier<SortedMap<String, String>> {
  private final RuleText.Set texts;
  private final QueryResult.Sample sample;
  private final long time;
  private @Nullable SortedMap<String, String> expanded;

  AlertAnnotations(RuleText.Set texts, QueryResult.Sample sample, long time) {
    this.texts = texts;
    this.sample = sample;
    this.time = time;
    if (texts.readData()) {
      get();
    }
  }

  /// {@return the labels of the sample that they are expanded for, as the expression yielded it}
  Labels source() {
    return sample.labels();
  }

  @Override
  public SortedMap<String, String> get() {
    SortedMap<String, String> known = expanded;
    if (known == null) {
      known = new TreeMap<>();
      for (RuleText text : texts.all()) {
        known.put(text.name(), texts.expand(text, sample, time));
      }
      known = Collections.unmodifiableSortedMap(known);
      expanded = known;
    }
    return known;
  }
}
