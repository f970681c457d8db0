package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.RouteStep.NotVisited;
import dev.firedrill.alertmanager.route.RouteStep.Visited;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import org.junit.jupiter.api.Test;

class RouteWalkTest {
  private static final Route ROOT =
      root(
          """
          route:
            receiver: desk
            group_by: [alertname, rack]
            routes:
            - matchers: [severity="page"]
              receiver: pager
              continue: true
            - matchers: [team="storage", site=~"a.*"]
              receiver: storage
              routes:
              - matchers: [disk!=""]
                group_by: ['...']
            - matchers: [site="a1"]
              receiver: never
          receivers: [{name: desk}, {name: pager}, {name: storage}, {name: never}]
          """);

  @Test
  void goesOnBehindARouteThatContinuesAndStopsBehindOneThatDoesNot() {
    RouteWalk walk =
        RouteWalk.of(ROOT, Labels.of("severity", "page", "team", "storage", "site", "a1"));

    assertThat(walk.receivers()).containsExactly("pager", "storage");
    assertThat(walk.root().steps().get(2))
        .isInstanceOfSatisfying(
            NotVisited.class, step -> assertThat(step.stoppedBy().receiver()).isEqualTo("storage"));
  }

  @Test
  void saysWhichMatcherMetWhichValue() {
    RouteWalk walk = RouteWalk.of(ROOT, Labels.of("team", "storage", "site", "b7"));

    Visited storage = (Visited) walk.root().steps().get(1);
    assertThat(storage.matched()).isFalse();
    assertThat(storage.steps()).isEmpty();
    assertThat(storage.failures())
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.matcher().value()).hasToString("site=~\"a.*\"");
              assertThat(outcome.value()).isEqualTo("b7");
              assertThat(outcome.matcher().location().start().line()).isEqualTo(8);
            });
  }

  @Test
  void theRootTakesWhatNoChildTakes() {
    RouteWalk walk = RouteWalk.of(ROOT, Labels.of("alertname", "X", "rack", "r\"1"));

    assertThat(walk.root().selected()).isTrue();
    assertThat(walk.matched())
        .singleElement()
        .returns("{}:{alertname=\"X\", rack=\"r\\\"1\"}", MatchedRoute::groupKey)
        .returns(1, match -> match.path().size());
  }

  @Test
  void aParentIsNotSelectedWhenAChildMatched() {
    Labels labels = Labels.of("team", "storage", "site", "a1", "disk", "d", "alertname", "X");
    RouteWalk walk = RouteWalk.of(ROOT, labels);

    assertThat(((Visited) walk.root().steps().get(1)).selected()).isFalse();
    MatchedRoute match = walk.matched().getFirst();
    assertThat(match.groupLabels()).isEqualTo(labels);
    assertThat(match.route().line()).isEqualTo(11);
    assertThat(match.path())
        .extracting(Route::receiver)
        .containsExactly("desk", "storage", "storage");
    assertThat(match.groupKey())
        .startsWith("{}/{site=~\"a.*\",team=\"storage\"}/{disk!=\"\"}:{alertname=\"X\", disk=");
  }

  @Test
  void anAlertWithoutLabelsStaysWithTheRoot() {
    assertThat(RouteWalk.of(ROOT, Labels.EMPTY).matched())
        .singleElement()
        .returns("{}:{}", MatchedRoute::groupKey);
  }

  private static Route root(String text) {
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
        .loaded()
        .get()
        .orElseThrow()
        .route();
  }
}
