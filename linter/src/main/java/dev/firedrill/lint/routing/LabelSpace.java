package dev.firedrill.lint.routing;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The label sets that satisfy some matchers: for each label, the values that it may have.
public final class LabelSpace {
  private final Map<String, ValueSet> byLabel;

  private LabelSpace(Map<String, ValueSet> byLabel) {
    this.byLabel = byLabel;
  }

  /// {@return the label sets that satisfy all matchers; empty where one of them is not decided}
  public static Optional<LabelSpace> of(List<Matcher> matchers) {
    Map<String, ValueSet> byLabel = new TreeMap<>();
    for (Matcher matcher : matchers) {
      Optional<ValueSet> values = ValueSet.of(matcher);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      byLabel.merge(matcher.name(), values.get(), ValueSet::and);
    }
    return Optional.of(new LabelSpace(byLabel));
  }

  /// {@return the label sets that pass all routes of a path, by their matchers alone}
  public static Optional<LabelSpace> of(Iterable<Route> path) {
    List<Matcher> matchers = new ArrayList<>();
    for (Route route : path) {
      route.matchers().stream().map(Located::value).forEach(matchers::add);
    }
    return of(matchers);
  }

  /// {@return the name of a label that can have no value; empty where each can have one}
  public Optional<String> contradicted() {
    return byLabel.entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// {@return whether all label sets of another space are in this one}
  public boolean includes(LabelSpace other) {
    if (other.contradicted().isPresent()) {
      return true;
    }
    for (Map.Entry<String, ValueSet> entry : byLabel.entrySet()) {
      ValueSet others = other.byLabel.getOrDefault(entry.getKey(), ValueSet.ALL);
      if (!entry.getValue().includes(others)) {
        return false;
      }
    }
    return true;
  }

  /// {@return whether a label set can be in both}
  public boolean meets(LabelSpace other) {
    if (contradicted().isPresent() || other.contradicted().isPresent()) {
      return false;
    }
    for (Map.Entry<String, ValueSet> entry : byLabel.entrySet()) {
      ValueSet others = other.byLabel.getOrDefault(entry.getKey(), ValueSet.ALL);
      if (entry.getValue().and(others).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
