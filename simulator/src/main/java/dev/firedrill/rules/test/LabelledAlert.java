package dev.firedrill.rules.test;

import dev.firedrill.labels.Utf8Order;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;

/// Labels and annotations of an alert, with empty values kept, in the order in which promtool
/// compares and prints them.
record LabelledAlert(SortedMap<String, String> labels, SortedMap<String, String> annotations)
    implements Comparable<LabelledAlert> {
  @Override
  public int compareTo(LabelledAlert other) {
    int order = compare(labels, other.labels);
    return order != 0 ? order : compare(annotations, other.annotations);
  }

  private static int compare(Map<String, String> left, Map<String, String> right) {
    Iterator<Map.Entry<String, String>> others = right.entrySet().iterator();
    for (Map.Entry<String, String> one : left.entrySet()) {
      if (!others.hasNext()) {
        return 1;
      }
      Map.Entry<String, String> other = others.next();
      int order = Utf8Order.compare(one.getKey(), other.getKey());
      order = order != 0 ? order : Utf8Order.compare(one.getValue(), other.getValue());
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  Observation observed() {
    return new Observation.FiringAlert(labels, annotations);
  }
}
