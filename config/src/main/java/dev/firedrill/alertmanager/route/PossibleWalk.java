package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ways through the routing tree of alerts of which not all labels are known. Where all are
/// known this is what [RouteWalk] says.
///
/// What cannot be told counts as possible, so a route that is not among `matched` surely gets none
/// of the alerts, while a condition may turn out to be impossible.
///
/// @param matched the routes that alerts go to or may go to, in order
/// @param entered the [Route#id]s of all routes that alerts reach or may reach, those among them
///     that leave them to their children
public record PossibleWalk(KnownLabels labels, List<PossibleRoute> matched, Set<String> entered) {
  public PossibleWalk {
    matched = List.copyOf(matched);
    entered = Set.copyOf(entered);
  }

  /// {@return the ways of alerts}
  ///
  /// @param root the root of the tree, which all enter
  public static PossibleWalk of(Route root, KnownLabels labels) {
    Walker walker = new Walker(labels);
    walker.enter(root, labels);
    return new PossibleWalk(labels, walker.matched, walker.entered);
  }

  /// {@return the names of the receivers that may be told, in order, each once}
  public List<String> receivers() {
    return matched.stream().map(match -> match.route().receiver()).distinct().toList();
  }

  /// {@return whether nothing that is not known matters}
  public boolean sure() {
    return matched.stream().allMatch(PossibleRoute::sure);
  }

  /// Two stacks say what must hold at the place where the walk is: matchers of the routes on the
  /// way, and that routes passed by did not match.
  private static final class Walker {
    private final KnownLabels base;
    private final List<PossibleRoute> matched = new ArrayList<>();
    private final Set<String> entered = new LinkedHashSet<>();
    private final Deque<Route> path = new ArrayDeque<>();
    private final List<Matcher> required = new ArrayList<>();
    private final List<Condition> passed = new ArrayList<>();

    Walker(KnownLabels base) {
      this.base = base;
    }

    /// @param labels what is known of the alerts that come here
    void enter(Route route, KnownLabels labels) {
      path.addLast(route);
      entered.add(route.id());
      int before = passed.size();
      KnownLabels left = labels;
      boolean stopped = false;
      List<Condition> unmatched = new ArrayList<>();
      for (Route child : route.routes()) {
        List<Matcher> open = open(child, left);
        if (open == null) {
          continue;
        }
        visit(child, open, left);
        if (open.isEmpty()) {
          stopped = true;
          if (!child.continues()) {
            break;
          }
        } else {
          Condition not = Condition.noneOf(open);
          if (child.continues()) {
            unmatched.add(not);
          } else {
            passed.add(not);
            left = assuming(left, not);
          }
        }
      }
      if (!stopped) {
        select(route, unmatched);
      }
      passed.subList(before, passed.size()).clear();
      path.removeLast();
    }

    private void visit(Route child, List<Matcher> open, KnownLabels labels) {
      KnownLabels inside = labels;
      for (Matcher matcher : open) {
        inside = inside.assuming(matcher);
      }
      int before = required.size();
      required.addAll(open);
      if (!inside.impossible() && holdable(inside)) {
        enter(child, inside);
      }
      required.subList(before, required.size()).clear();
    }

    /// {@return the matchers of a route that are not decided; null where one surely does not match}
    private static @Nullable List<Matcher> open(Route route, KnownLabels labels) {
      List<Matcher> open = new ArrayList<>();
      for (Located<Matcher> matcher : route.matchers()) {
        switch (labels.verdict(matcher.value())) {
          case NEVER -> {
            return null;
          }
          case SOMETIMES -> open.add(matcher.value());
          case ALWAYS -> {
            // Nothing to require.
          }
        }
      }
      return open;
    }

    private static KnownLabels assuming(KnownLabels labels, Condition condition) {
      return condition.anyOf().size() == 1 ? labels.assuming(condition.anyOf().getFirst()) : labels;
    }

    private boolean holdable(KnownLabels labels) {
      for (Condition condition : passed) {
        if (condition.anyOf().size() > 1 && condition.verdict(labels) == Verdict.NEVER) {
          return false;
        }
      }
      return true;
    }

    private void select(Route route, List<Condition> unmatched) {
      int before = passed.size();
      passed.addAll(unmatched);
      conditions()
          .ifPresent(
              found ->
                  matched.add(
                      new PossibleRoute(route, List.copyOf(path), found.conditions, found.labels)));
      passed.subList(before, passed.size()).clear();
    }

    private Optional<Found> conditions() {
      Found found = new Found(base);
      for (Matcher matcher : required) {
        if (!found.add(new Condition(List.of(matcher)))) {
          return Optional.empty();
        }
      }
      List<Condition> left = passed;
      int before;
      do {
        before = left.size();
        List<Condition> later = new ArrayList<>();
        for (Condition condition : left) {
          Condition open = condition.open(found.labels);
          boolean decided = condition.verdict(found.labels) == Verdict.ALWAYS;
          if (!decided && open.anyOf().size() > 1) {
            later.add(open);
          } else if (!decided && (open.anyOf().isEmpty() || !found.add(open))) {
            return Optional.empty();
          }
        }
        left = later;
      } while (left.size() < before && !left.isEmpty());
      found.conditions.addAll(left);
      found.nameSingleValues(base);
      return Optional.of(found);
    }
  }

  /// Conditions that do not follow from one another.
  private static final class Found {
    private final List<Condition> conditions = new ArrayList<>();
    private KnownLabels labels;

    Found(KnownLabels labels) {
      this.labels = labels;
    }

    /// Of a label with a few known values of which the conditions leave one, that one says it all.
    void nameSingleValues(KnownLabels before) {
      for (String name : before.named().keySet()) {
        Optional<String> only = labels.of(name).value();
        boolean several =
            before.of(name) instanceof LabelKnowledge.OneOf(List<String> values)
                && values.size() > 1;
        int first = 0;
        while (first < conditions.size() && !isOf(name, conditions.get(first))) {
          first++;
        }
        if (several && only.isPresent() && first < conditions.size()) {
          conditions.removeIf(condition -> isOf(name, condition));
          Matcher equal = Matcher.of(name, Operator.EQUAL, only.get());
          conditions.add(first, new Condition(List.of(equal)));
        }
      }
    }

    private static boolean isOf(String name, Condition condition) {
      return condition.anyOf().size() == 1 && condition.anyOf().getFirst().name().equals(name);
    }

    /// {@return whether all can hold together}
    boolean add(Condition single) {
      Matcher matcher = single.anyOf().getFirst();
      return switch (labels.verdict(matcher)) {
        case NEVER -> false;
        case ALWAYS -> true;
        case SOMETIMES -> {
          conditions.add(single);
          labels = labels.assuming(matcher);
          yield !labels.impossible();
        }
      };
    }
  }
}
