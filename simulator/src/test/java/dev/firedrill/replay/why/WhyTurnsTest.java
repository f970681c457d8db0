package dev.firedrill.replay.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTurnsTest {
  private static final long MINUTE = 60_000;

  @Test
  void tellsEachTurnWithWhatEndedIt() {
    Why.Answer answer =
        Explained.answer(
            """
            groups:
            - name: g
              rules:
              - alert: A
                expr: depth > 1
                for: 2m
                keep_firing_for: 1m
            """,
            List.of("depth{q=\"a\"} 2 0 2 2 2 0 2 0 0 0"),
            8,
            Labels.EMPTY);
    InstanceStory story = answer.alerts().getFirst().instances().getFirst();
    assertThat(story.turns())
        .extracting(turn -> turn.time() / MINUTE + " " + turn.kind())
        .containsExactly("2 PENDING", "4 FIRING", "5 KEPT", "6 BACK", "7 KEPT", "8 RESOLVED");
    assertThat(story.earlier()).isEqualTo(2);
    assertThat(story.turns().get(2).causes())
        .extracting(Blamed::finding)
        .allSatisfy(finding -> assertThat(finding).isInstanceOf(Finding.Missed.class));
    assertThat(story.next()).isNull();
  }

  @Test
  void anAlertThatOnlyKeepFiringForKeptEndsForNoLossThen() {
    InstanceStory story =
        Explained.answer(
                """
                groups:
                - name: g
                  rules:
                  - alert: A
                    expr: depth > 1
                    keep_firing_for: 2m
                """,
                List.of("depth{q=\"a\"} 2 0x5"),
                5,
                Labels.EMPTY)
            .alerts()
            .getFirst()
            .instances()
            .getFirst();
    Turn resolved = story.turns().getLast();
    assertThat(resolved.kind()).isEqualTo(Turn.Kind.RESOLVED);
    assertThat(resolved.time()).isEqualTo(3 * MINUTE);
    assertThat(resolved.keptSince()).isEqualTo(MINUTE);
    assertThat(resolved.isLoss()).isFalse();
    assertThat(resolved.causes()).isEmpty();
  }

  @Test
  void anEvaluationBeyondTheLimitTakesAllAlertsAwayAndIsNamed() {
    String rules =
        """
        groups:
        - name: g
          limit: 1
          rules:
          - alert: A
            expr: depth > 0
        """;
    List<String> series = List.of("depth{q=\"a\"} 1x5", "depth{q=\"b\"} 0 0 1 0x5");
    AlertExplanation alert = Explained.answer(rules, series, 2, Labels.EMPTY).alerts().getFirst();
    assertThat(alert.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.exceedsLimit()).isTrue());
    InstanceStory story = alert.instances().getFirst();
    assertThat(story.now()).isNull();
    Turn cleared = story.turns().getLast();
    assertThat(cleared.kind()).isEqualTo(Turn.Kind.CLEARED);
    assertThat(cleared.time()).isEqualTo(2 * MINUTE);
    assertThat(story.next()).extracting(Turn::kind).isEqualTo(Turn.Kind.FIRING);
  }

  @Test
  void anEvaluationThatFailsOtherwiseLeavesAlertsAsTheyWere() {
    AlertExplanation alert =
        Explained.explain(
            "depth * on () paused > 0",
            List.of("depth{q=\"a\"} 1x5", "paused{by=\"a\"} 1x5", "paused{by=\"b\"} _ _ 1x3"),
            3);
    assertThat(alert.failures()).singleElement().matches(each -> !each.exceedsLimit());
    assertThat(alert.instances())
        .singleElement()
        .extracting(InstanceStory::now)
        .satisfies(now -> assertThat(now).hasToString("{alertname=\"A\"} " + now.state()));
  }

  @Test
  void aLabelMadeOfTheValueMakesAnotherAlertOfTheSameSample() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - alert: A
            expr: depth > 0
            for: 2m
            labels: {v: '{{ $value }}'}
        """;
    List<InstanceStory> stories =
        Explained.answer(rules, List.of("depth{q=\"a\"} 1 1 2 2 0"), 4, Labels.EMPTY)
            .alerts()
            .getFirst()
            .instances();
    Turn changed = turn(stories, "v", "1", Turn.Kind.RESET);
    assertThat(changed.time()).isEqualTo(2 * MINUTE);
    assertThat(changed.became()).isEqualTo(Labels.of("alertname", "A", "q", "a", "v", "2"));
    assertThat(changed.causes()).isEmpty();
    Turn ended = turn(stories, "v", "2", Turn.Kind.RESET);
    assertThat(ended.became()).isNull();
    assertThat(ended.causes().getFirst().finding()).isInstanceOf(Finding.Missed.class);
  }

  @Test
  void anInstanceIsFollowedByTheLabelsOfItsSampleWhereTheRuleOverwritesThem() {
    String rules =
        """
        groups:
        - name: g
          rules:
          - alert: A
            expr: depth > 0
            labels: {q: 'queue {{ $labels.q }}'}
        """;
    List<String> series = List.of("depth{q=\"a\"} 1 1 0 0 0", "depth{q=\"b\"} 1x4");
    List<InstanceStory> stories =
        Explained.answer(rules, series, 4, Labels.EMPTY).alerts().getFirst().instances();
    Turn resolved = turn(stories, "q", "queue a", Turn.Kind.RESOLVED);
    Finding.Missed missed = (Finding.Missed) resolved.causes().getFirst().finding();
    assertThat(missed.nearest().getFirst().labels().get("q")).isEqualTo("a");
  }

  @Test
  void tellsWhatAnAggregationTookInTheirPlace() {
    List<String> series = List.of("depth{q=\"a\"} 5 5 1 1", "depth{q=\"b\"} 2x3");
    List<InstanceStory> stories = Explained.explain("topk(1, depth) > 0", series, 3).instances();
    Finding.OthersOnly others =
        (Finding.OthersOnly)
            turn(stories, "q", "a", Turn.Kind.RESOLVED).causes().getFirst().finding();
    assertThat(others.of()).isEqualTo(1);
    assertThat(others.taken().getFirst().labels().get("q")).isEqualTo("b");
    assertThat(others.left()).matches(left -> left != null && left.value() == 1);
    stories = Explained.explain("count_values(\"v\", depth) > 0", series, 3).instances();
    others =
        (Finding.OthersOnly)
            turn(stories, "v", "5", Turn.Kind.RESOLVED).causes().getFirst().finding();
    assertThat(others.of()).isEqualTo(2);
    assertThat(others.left()).isNull();
  }

  @Test
  void followsLabelsThatComeFromTheOtherSideToThatSide() {
    List<String> series =
        List.of(
            "depth{q=\"a\"} 5x4",
            "info{q=\"a\", version=\"1\"} 1 1 stale",
            "info{q=\"a\", version=\"2\"} _ _ 1x2");
    List<InstanceStory> stories =
        Explained.explain("depth * on (q) group_left (version) info > 0", series, 3).instances();
    Turn resolved = turn(stories, "version", "1", Turn.Kind.RESOLVED);
    Finding.NoSample gone = (Finding.NoSample) resolved.causes().getFirst().finding();
    assertThat(gone.example().get("version")).isEqualTo("1");
    assertThat(gone.marker()).isEqualTo(2 * MINUTE);
  }

  @Test
  void aSideThatNeverHasTheInstanceIsNotToBlame() {
    List<InstanceStory> stories =
        Explained.explain(
                "depth{q=\"a\"} > 1 or depth{q=\"b\"} > 1",
                List.of("depth{q=\"a\"} 5 0 0", "depth{q=\"b\"} 5x2"),
                2)
            .instances();
    Turn resolved = turn(stories, "q", "a", Turn.Kind.RESOLVED);
    assertThat(resolved.causes()).hasSize(1);
    assertThat(resolved.causes().getFirst().finding()).isInstanceOf(Finding.Missed.class);
  }

  @Test
  void aSeriesWithOneLabelMoreIsAnotherOne() {
    List<String> series =
        List.of(
            "depth{q=\"a\"} 5 5 stale",
            "depth{q=\"a\", site=\"x\"} _ _ 5x2",
            "limit{q=\"a\"} 1x4",
            "limit{q=\"a\", site=\"x\"} 1x4");
    for (String expr : List.of("depth > 1", "depth - limit > 1", "-depth < 1", "depth and limit")) {
      Turn resolved =
          Explained.explain(expr, series, 3).instances().stream()
              .filter(story -> !story.labels().has("site"))
              .flatMap(story -> story.turns().stream())
              .filter(turn -> turn.kind() == Turn.Kind.RESOLVED)
              .findFirst()
              .orElseThrow();
      assertThat(resolved.causes()).as(expr).hasSize(1);
      Finding.NoSample gone = (Finding.NoSample) resolved.causes().getFirst().finding();
      assertThat(gone.example()).isEqualTo(Labels.of("__name__", "depth", "q", "a"));
      assertThat(gone.marker()).isEqualTo(2 * MINUTE);
    }
  }

  private static Turn turn(List<InstanceStory> stories, String name, String value, Turn.Kind kind) {
    return stories.stream()
        .filter(story -> story.labels().get(name).equals(value))
        .flatMap(story -> story.turns().stream())
        .filter(turn -> turn.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void instancesWithoutTheLabelAskedForAreNotMeant() {
    AlertExplanation alert =
        Explained.explain(
            "depth > 0", List.of("depth{q=\"a\"} 1x5", "depth 1x5"), 3, Labels.of("q", "b"));
    assertThat(alert.instances()).isEmpty();
    assertThat(alert.passedOver().firing()).isEqualTo(2);
    assertThat(alert.passedOver().matters()).isTrue();
  }
}
