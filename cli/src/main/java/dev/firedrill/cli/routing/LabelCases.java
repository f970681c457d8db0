package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.LabelKnowledge;
import dev.firedrill.alertmanager.route.Verdict;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Examples of alerts of which not all labels are known: a value for each that routing trees tell
/// apart, and one that none of them knows.
///
/// Exact where matchers name values; of another regular expression one text that it accepts stands
/// for all, if one is found.
///
/// @param known labels whose values are known
/// @param open candidates of the others that matter, by name; none where there would be too many
///     examples
/// @param tooMany whether there would be
record LabelCases(Labels known, Map<String, List<Candidate>> open, boolean tooMany) {
  private static final int MOST = 5_000;

  /// A value that a label can have.
  ///
  /// @param text the matcher that it is an example of
  /// @param other whether it stands for all values that nobody names
  record Candidate(String value, String text, boolean other) {}

  /// {@return examples that tell apart what the trees tell apart}
  static LabelCases of(KnownLabels labels, List<Route> roots) {
    return of(labels, labels, roots);
  }

  /// {@return examples of an alert whose labels were others, that tell apart what the trees tell
  ///     apart}
  ///
  /// @param labels known of the alert now; a label that is not known then and now has one value
  /// @param before known of it then
  static LabelCases of(KnownLabels labels, KnownLabels before, List<Route> roots) {
    Map<String, Set<Matcher>> matchers = new TreeMap<>();
    for (Route root : roots) {
      for (Route route : root.all()) {
        for (Located<Matcher> matcher : route.matchers()) {
          String name = matcher.value().name();
          matchers.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(matcher.value());
        }
      }
    }
    Map<String, List<Candidate>> open = new LinkedHashMap<>();
    int cases = 1;
    for (Map.Entry<String, Set<Matcher>> entry : matchers.entrySet()) {
      LabelKnowledge known = labels.of(entry.getKey());
      LabelKnowledge knowledge = known.value().isPresent() ? before.of(entry.getKey()) : known;
      if (knowledge.value().isEmpty()) {
        List<Candidate> all = candidates(entry.getKey(), entry.getValue(), knowledge);
        cases *= all.size();
        if (cases > MOST) {
          return new LabelCases(labels.values(), Map.of(), true);
        }
        open.put(entry.getKey(), all);
      }
    }
    return new LabelCases(labels.values(), open, false);
  }

  private static List<Candidate> candidates(
      String name, Set<Matcher> matchers, LabelKnowledge knowledge) {
    Map<String, Candidate> all = new LinkedHashMap<>();
    if (knowledge instanceof LabelKnowledge.OneOf(List<String> values)) {
      values.forEach(value -> add(name, value, all));
      return List.copyOf(all.values());
    }
    Set<String> named = new TreeSet<>(List.of(""));
    Map<String, Matcher> samples = new LinkedHashMap<>();
    for (Matcher matcher : matchers) {
      Operator operator = matcher.operator().isRegex() ? Operator.REGEX : Operator.EQUAL;
      Matcher positive = Matcher.of(name, operator, matcher.written());
      positive
          .acceptedValues()
          .ifPresentOrElse(
              named::addAll,
              () -> RegexSample.of(positive).ifPresent(text -> samples.put(text, positive)));
    }
    named.forEach(value -> add(name, value, all));
    samples.forEach(
        (value, matcher) ->
            all.putIfAbsent(value, new Candidate(value, matcher.toString(), false)));
    String other = "other";
    while (all.containsKey(other)) {
      other += "_";
    }
    all.put(other, new Candidate(other, "", true));
    all.values().removeIf(each -> !possible(name, each, knowledge));
    return List.copyOf(all.values());
  }

  private static void add(String name, String value, Map<String, Candidate> all) {
    String text = Matcher.of(name, Operator.EQUAL, value).toString();
    all.put(value, new Candidate(value, text, false));
  }

  private static boolean possible(String name, Candidate candidate, LabelKnowledge knowledge) {
    Matcher equal = Matcher.of(name, Operator.EQUAL, candidate.value);
    return knowledge.verdict(equal) != Verdict.NEVER;
  }

  /// {@return the choices of candidates, by label, each an example}
  List<Map<String, Candidate>> all() {
    List<Map<String, Candidate>> all = List.of(Map.of());
    for (Map.Entry<String, List<Candidate>> label : open.entrySet()) {
      List<Map<String, Candidate>> more = new ArrayList<>();
      for (Map<String, Candidate> chosen : all) {
        for (Candidate candidate : label.getValue()) {
          Map<String, Candidate> longer = new LinkedHashMap<>(chosen);
          longer.put(label.getKey(), candidate);
          more.add(longer);
        }
      }
      all = more;
    }
    return all;
  }

  /// {@return the labels of an example}
  ///
  /// @param of what is known of the alert, then or now: known labels have one value in all examples
  Labels labels(KnownLabels of, Map<String, Candidate> chosen) {
    Labels.Builder builder = of.values().toBuilder();
    chosen.forEach(
        (name, candidate) -> {
          if (of.of(name).value().isEmpty()) {
            builder.set(name, candidate.value);
          }
        });
    return builder.build();
  }
}
