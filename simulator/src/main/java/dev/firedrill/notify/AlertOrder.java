package dev.firedrill.notify;

import dev.firedrill.labels.Labels;
import dev.firedrill.labels.Utf8Order;
import java.util.Comparator;
import java.util.TreeSet;

/// The order of alerts in a notification: by `job`, then `instance`, where alerts that lack one of
/// the two come last; then fewer labels before more, then name by name.
final class AlertOrder implements Comparator<Labels> {
  static final AlertOrder INSTANCE = new AlertOrder();

  private AlertOrder() {}

  @Override
  public int compare(Labels left, Labels right) {
    int order = byLabel("job", left, right);
    if (order == 0) {
      order = byLabel("instance", left, right);
    }
    return order != 0 ? order : byAll(left, right);
  }

  private static int byLabel(String name, Labels left, Labels right) {
    if (left.has(name) && right.has(name)) {
      return Utf8Order.COMPARATOR.compare(left.get(name), right.get(name));
    }
    return Boolean.compare(right.has(name), left.has(name));
  }

  private static int byAll(Labels left, Labels right) {
    int order = Integer.compare(left.size(), right.size());
    if (order != 0) {
      return order;
    }
    TreeSet<String> names = new TreeSet<>(Utf8Order.COMPARATOR);
    names.addAll(left.names());
    names.addAll(right.names());
    for (String name : names) {
      if (left.has(name) != right.has(name)) {
        return left.has(name) ? 1 : -1;
      }
      order = Utf8Order.COMPARATOR.compare(left.get(name), right.get(name));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
