package dev.firedrill.replay;

import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Tells the series of a server apart by how far their samples are usually apart, as [Resolutions]
/// does those of a recording, but from the samples of a few minutes.
///
/// Series of one metric and one job are scraped alike: where some are known, the others are taken
/// for the same, and a selector is asked for only where it has series of which nothing is known.
final class ServerResolutions {
  // Where series are slower than the first can tell, the second does.
  private static final List<Long> WINDOWS = List.of(600_000L, 7_200_000L);
  private static final int PLACES = 4;
  private static final int MOST_SELECTORS = 200;
  private static final int MOST_SERIES = 1000;
  private static final int OF_EACH_KIND = 3;
  private static final int MOST_KINDS = 30;

  private final PrometheusApi server;
  private final TimeRange range;
  private final Map<Labels, Long> steps = new HashMap<>();
  private final Set<Kind> known = new HashSet<>();

  private ServerResolutions(PrometheusApi server, TimeRange range) {
    this.server = server;
    this.range = range;
  }

  /// What is scraped alike.
  private record Kind(String metric, String job) {
    static Kind of(Labels labels) {
      return new Kind(labels.metricName(), labels.get("job"));
    }
  }

  /// Some series of a selector, whose samples tell of the others.
  ///
  /// @param whole the selector; empty where its series are so many that it is not asked for
  /// @param some a few of its series of each kind
  private record Question(String whole, List<String> some, Set<Kind> kinds) {}

  /// Series told apart.
  ///
  /// @param steps how far the samples of each class are usually apart, in milliseconds, by class
  /// @param classes those of series; without series of which nothing is known
  record Classes(TreeMap<Integer, Long> steps, Map<Labels, Integer> classes) {}

  /// {@return the classes of the series of some selectors}
  static Classes of(
      PrometheusApi server, Map<List<LabelMatcher>, Set<Labels>> selected, TimeRange range) {
    ServerResolutions resolutions = new ServerResolutions(server, range);
    InParallel.map(resolutions.questions(selected), ServerScan.AT_A_TIME, resolutions::ask);
    return resolutions.classes(selected);
  }

  private List<Question> questions(Map<List<LabelMatcher>, Set<Labels>> selected) {
    List<Question> questions = new ArrayList<>();
    Set<Kind> asked = new HashSet<>();
    selected.forEach(
        (matchers, series) -> {
          Set<Kind> kinds = new HashSet<>();
          series.forEach(each -> kinds.add(Kind.of(each)));
          kinds.removeAll(asked);
          if (!kinds.isEmpty() && questions.size() < MOST_SELECTORS) {
            asked.addAll(kinds);
            String whole = series.size() <= MOST_SERIES ? LabelMatcher.braces(matchers) : "";
            questions.add(new Question(whole, some(series, kinds), kinds));
          }
        });
    return questions;
  }

  private static List<String> some(Set<Labels> series, Set<Kind> kinds) {
    List<String> texts = new ArrayList<>();
    Map<Kind, Integer> counts = new HashMap<>();
    for (Labels each : series) {
      Kind kind = Kind.of(each);
      if (kinds.contains(kind)
          && (counts.containsKey(kind) || counts.size() < MOST_KINDS)
          && counts.merge(kind, 1, Integer::sum) <= OF_EACH_KIND) {
        texts.add(LabelMatcher.braces(exact(each)));
      }
    }
    return texts;
  }

  private static List<LabelMatcher> exact(Labels labels) {
    List<LabelMatcher> exact = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      exact.add(LabelMatcher.of(labels.name(i), Operator.EQUAL, labels.value(i)));
    }
    return exact;
  }

  // At several times, until something is known of all: series may not be there at some.
  private boolean ask(Question question) {
    for (long window : WINDOWS) {
      for (int place = 0; place < PLACES; place++) {
        if (isKnown(question.kinds())) {
          return true;
        }
        long time = range.last() - (range.last() - range.first()) / PLACES * place;
        // Those outside of the time that is looked at do not count.
        long length = Math.min(window, time - range.first() + 1);
        if (length > 1000) {
          ask(question, "[" + length + "ms]", time);
        }
      }
    }
    return isKnown(question.kinds());
  }

  // Of a selector that is too much for the server, a few series.
  private void ask(Question question, String length, long time) {
    if (!question.whole().isEmpty() && ask(question.whole() + length, time)) {
      return;
    }
    for (String one : question.some()) {
      ask(one + length, time);
    }
  }

  /// {@return whether the server gave what was asked for}
  private boolean ask(String text, long time) {
    try {
      add(server.query(text, time, SampleDistances::new).usualOfEach());
      return true;
    } catch (ClientException e) {
      if (!e.mayBeTooMuch()) {
        throw e;
      }
      return false;
    }
  }

  private synchronized void add(Map<Labels, Long> found) {
    found.forEach(
        (labels, step) -> {
          steps.putIfAbsent(labels, step);
          known.add(Kind.of(labels));
        });
  }

  private synchronized boolean isKnown(Set<Kind> kinds) {
    return known.containsAll(kinds);
  }

  private Classes classes(Map<List<LabelMatcher>, Set<Labels>> selected) {
    Map<Integer, List<Long>> all = new TreeMap<>();
    Map<Kind, Map<Integer, Integer>> counts = new HashMap<>();
    steps.forEach(
        (labels, step) -> {
          int level = Resolutions.level(step);
          all.computeIfAbsent(level, _ -> new ArrayList<>()).add(step);
          counts
              .computeIfAbsent(Kind.of(labels), _ -> new TreeMap<>())
              .merge(level, 1, Integer::sum);
        });
    Map<Labels, Integer> classes = new HashMap<>();
    for (Set<Labels> series : selected.values()) {
      for (Labels labels : series) {
        Long step = steps.get(labels);
        Map<Integer, Integer> alike = counts.get(Kind.of(labels));
        if (step != null) {
          classes.put(labels, Resolutions.level(step));
        } else if (alike != null) {
          classes.put(labels, mostFrequent(alike));
        }
      }
    }
    TreeMap<Integer, Long> usual = new TreeMap<>();
    all.forEach((level, some) -> usual.put(level, SampleSteps.median(some)));
    usual.keySet().retainAll(new HashSet<>(classes.values()));
    return new Classes(usual, classes);
  }

  private static int mostFrequent(Map<Integer, Integer> counts) {
    int level = 0;
    int most = 0;
    for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
      if (each.getValue() > most) {
        most = each.getValue();
        level = each.getKey();
      }
    }
    return level;
  }
}
