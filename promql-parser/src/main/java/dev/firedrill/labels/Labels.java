package dev.firedrill.labels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// A label set: names and values, sorted by name, immutable, hashed once.
///
/// A label with an empty value is the same as no label, as in Prometheus, so none is ever held.
public final class Labels implements Comparable<Labels> {
  /// The label that holds the metric name.
  public static final String METRIC_NAME = "__name__";

  /// The label that holds the name of an alert.
  public static final String ALERT_NAME = "alertname";

  /// The label set without labels.
  public static final Labels EMPTY = new Labels(new String[0]);

  // name, value, name, value, ...
  private final String[] pairs;
  private final int hash;

  private Labels(String[] pairs) {
    this.pairs = pairs;
    this.hash = Arrays.hashCode(pairs);
  }

  /// {@return the label set of the given names and values}
  public static Labels of(Map<String, String> labels) {
    return new Builder().setAll(labels).build();
  }

  /// {@return the label set of alternating names and values}
  public static Labels of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a label has a name and a value");
    }
    if (isCanonical(namesAndValues)) {
      return namesAndValues.length == 0 ? EMPTY : new Labels(namesAndValues.clone());
    }
    Builder builder = new Builder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      builder.set(namesAndValues[i], namesAndValues[i + 1]);
    }
    return builder.build();
  }

  // As storages keep them: names in their order, none twice, no value empty.
  private static boolean isCanonical(String[] pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i + 1].isEmpty() || (i > 0 && Utf8Order.compare(pairs[i - 2], pairs[i]) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /// {@return the value of a label, or the empty string}
  public String get(String name) {
    int index = indexOf(name);
    return index < 0 ? "" : pairs[2 * index + 1];
  }

  /// {@return whether the label is there}
  public boolean has(String name) {
    return indexOf(name) >= 0;
  }

  /// {@return the number of labels}
  public int size() {
    return pairs.length / 2;
  }

  /// {@return the name of the label at `index`, in the order of names}
  public String name(int index) {
    return pairs[2 * index];
  }

  /// {@return the value of the label at `index`, in the order of names}
  public String value(int index) {
    return pairs[2 * index + 1];
  }

  /// {@return the metric name, or the empty string}
  public String metricName() {
    return get(METRIC_NAME);
  }

  /// Calls back with each name and value, in the order of names.
  public void forEach(BiConsumer<String, String> consumer) {
    for (int i = 0; i < pairs.length; i += 2) {
      consumer.accept(pairs[i], pairs[i + 1]);
    }
  }

  /// {@return the names, sorted}
  public List<String> names() {
    List<String> names = new ArrayList<>(size());
    forEach((name, value) -> names.add(name));
    return names;
  }

  /// {@return the labels as a sorted map}
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>(Utf8Order.COMPARATOR);
    forEach(map::put);
    return map;
  }

  /// {@return a builder that starts from these labels}
  public Builder toBuilder() {
    Builder builder = new Builder();
    forEach(builder::set);
    return builder;
  }

  /// {@return these labels without the given ones}
  public Labels without(String... names) {
    Builder builder = toBuilder();
    for (String name : names) {
      builder.remove(name);
    }
    return builder.build();
  }

  private int indexOf(String name) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Utf8Order.compare(pairs[2 * middle], name);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /// Orders label sets as Prometheus does (`labels.Compare`): name by name and value by value as
  /// bytes, a prefix first.
  @Override
  public int compareTo(Labels other) {
    int shared = Math.min(pairs.length, other.pairs.length);
    for (int i = 0; i < shared; i++) {
      int order = Utf8Order.compare(pairs[i], other.pairs[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(pairs.length, other.pairs.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that && hash == that.hash && Arrays.equals(pairs, that.pairs);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// {@return the labels as Prometheus prints them, `{a="b", c="d"}`, the metric name among them}
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      if (i > 0) {
        out.append(", ");
      }
      out.append(LabelNames.quotedIfNeeded(pairs[i]))
          .append('=')
          .append(GoQuote.quote(pairs[i + 1]));
    }
    return out.append('}').toString();
  }

  /// Collects labels; setting one to the empty string removes it.
  public static final class Builder {
    private final TreeMap<String, String> labels = new TreeMap<>(Utf8Order.COMPARATOR);

    /// Sets a label, or removes it when the value is empty.
    public Builder set(String name, String value) {
      if (value.isEmpty()) {
        labels.remove(name);
      } else {
        labels.put(name, value);
      }
      return this;
    }

    /// Sets all labels of a map.
    public Builder setAll(Map<String, String> more) {
      more.forEach(this::set);
      return this;
    }

    /// Removes a label.
    public Builder remove(String name) {
      labels.remove(name);
      return this;
    }

    /// {@return the label set}
    public Labels build() {
      if (labels.isEmpty()) {
        return EMPTY;
      }
      String[] pairs = new String[2 * labels.size()];
      int next = 0;
      for (Map.Entry<String, String> label : labels.entrySet()) {
        pairs[next++] = label.getKey();
        pairs[next++] = label.getValue();
      }
      return new Labels(pairs);
    }
  }
}
