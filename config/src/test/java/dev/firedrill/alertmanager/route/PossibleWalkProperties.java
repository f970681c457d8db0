package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the unknown labels turn out to be: the routes whose conditions hold are those that the
/// walk of all labels finds.
class PossibleWalkProperties {
  private static final List<String> VALUES = List.of("", "x", "y", "z");

  @Property(tries = 500)
  void conditionsDecideAsTheWalkOfAllLabelsDoes(
      @ForAll("trees") RouteWalkProperties.Node tree, @ForAll("known") KnownLabels known) {
    Route root = RouteWalkProperties.root(tree);
    PossibleWalk possible = PossibleWalk.of(root, known);

    for (Labels labels : completions(known)) {
      RouteWalk walk = RouteWalk.of(root, labels);
      List<String> expected =
          possible.matched().stream()
              .filter(match -> holds(match, labels))
              .map(match -> match.route().receiver())
              .toList();
      assertThat(expected).as("%s", labels).isEqualTo(walk.receivers());
      walk.matched()
          .forEach(
              match ->
                  match.path().forEach(step -> assertThat(possible.entered()).contains(step.id())));
    }
  }

  @Property(tries = 500)
  void nothingDependsOnAnythingWhereAllIsKnown(
      @ForAll("trees") RouteWalkProperties.Node tree, @ForAll("known") KnownLabels known) {
    Route root = RouteWalkProperties.root(tree);
    Labels labels = completions(known).getFirst();

    PossibleWalk possible = PossibleWalk.of(root, KnownLabels.of(labels));

    assertThat(possible.sure()).isTrue();
    assertThat(possible.matched().stream().map(match -> match.route().receiver()))
        .isEqualTo(RouteWalk.of(root, labels).receivers());
  }

  private static boolean holds(PossibleRoute match, Labels labels) {
    return match.conditions().stream()
        .allMatch(condition -> condition.anyOf().stream().anyMatch(any -> any.matches(labels)));
  }

  private static List<Labels> completions(KnownLabels known) {
    List<Labels> all = new ArrayList<>();
    for (String a : possible(known, "a")) {
      for (String b : possible(known, "b")) {
        for (String c : possible(known, "c")) {
          all.add(new Labels.Builder().set("a", a).set("b", b).set("c", c).build());
        }
      }
    }
    return all;
  }

  private static List<String> possible(KnownLabels known, String name) {
    return VALUES.stream()
        .filter(value -> known.verdict(Matcher.of(name, Operator.EQUAL, value)) != Verdict.NEVER)
        .toList();
  }

  @Provide
  Arbitrary<RouteWalkProperties.Node> trees() {
    return RouteWalkProperties.nodes(3);
  }

  @Provide
  Arbitrary<KnownLabels> known() {
    return Combinators.combine(knowledge("a"), knowledge("b"), knowledge("c"))
        .as((a, b, c) -> KnownLabels.NONE.with("a", a).with("b", b).with("c", c));
  }

  private static Arbitrary<LabelKnowledge> knowledge(String name) {
    return Arbitraries.oneOf(
        Arbitraries.of(VALUES).list().ofMinSize(1).ofMaxSize(3).map(LabelKnowledge::oneOf),
        Arbitraries.of(LabelKnowledge.anything(), LabelKnowledge.present(name)));
  }
}
