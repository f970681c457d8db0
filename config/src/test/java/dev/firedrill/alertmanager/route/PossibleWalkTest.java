package dev.firedrill.alertmanager.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class PossibleWalkTest {
  private static final Route ROOT =
      root(
          """
          route:
            receiver: desk
            routes:
            - matchers: [severity="page", team="web"]
              receiver: web-pager
            - matchers: [severity="page"]
              receiver: pager
              continue: true
            - matchers: [team=~"web|api"]
              receiver: chat
            - matchers: [team="web", site="a"]
              receiver: never
          receivers: [{name: desk}, {name: web-pager}, {name: pager}, {name: chat}, {name: never}]
          """);

  @Test
  void namesWhatAnUnknownLabelDecides() {
    KnownLabels known = KnownLabels.of(Labels.of("severity", "page")).with("team", anything());

    assertThat(told(known))
        .containsExactly(
            "web-pager if [team=\"web\"]",
            "pager if [team!=\"web\"]",
            "chat if [team=~\"web|api\", team!=\"web\"]");
  }

  @Test
  void twoUnknownLabelsOfOneRouteGiveAnAlternative() {
    KnownLabels known = KnownLabels.NONE.with("team", anything()).with("severity", anything());

    assertThat(told(known))
        .containsExactly(
            "web-pager if [severity=\"page\", team=\"web\"]",
            "pager if [severity=\"page\", team!=\"web\"]",
            "chat if [team=~\"web|api\", severity!=\"page\" or team!=\"web\"]",
            "desk if [team!~\"web|api\", severity!=\"page\"]");
  }

  @Test
  void knowingTheValuesThatAreLeftNeedsFewerConditions() {
    KnownLabels known =
        KnownLabels.of(Labels.of("severity", "page"))
            .with("team", LabelKnowledge.oneOf(List.of("api", "db")));

    assertThat(told(known)).containsExactly("pager if []", "chat if [team=\"api\"]");
  }

  @Test
  void aRouteThatNoAlertReachesIsNotEntered() {
    PossibleWalk walk = PossibleWalk.of(ROOT, KnownLabels.ANY);

    assertThat(walk.receivers()).containsExactly("web-pager", "pager", "chat", "desk");
    assertThat(walk.entered()).hasSize(4).doesNotContain(ROOT.routes().getLast().id());
  }

  private static LabelKnowledge anything() {
    return LabelKnowledge.anything();
  }

  private static List<String> told(KnownLabels known) {
    return PossibleWalk.of(ROOT, known).matched().stream()
        .map(match -> match.route().receiver() + " if " + match.conditions())
        .toList();
  }

  private static Route root(String text) {
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
        .loaded()
        .get()
        .orElseThrow()
        .route();
  }
}
