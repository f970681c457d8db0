package dev.firedrill.replay.why;

import static dev.firedrill.promql.ast.BinaryOperator.DIVIDE;
import static dev.firedrill.promql.ast.BinaryOperator.MODULO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.Replay;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.rules.test.TestData;
import dev.firedrill.series.SeriesStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final long MINUTE = 60_000;

  @Test
  void namesThePairOfMatchersThatLeavesNothingTogether() {
    AlertExplanation alert =
        explain(
            "requests{code=\"500\", method=\"put\", zone=\"x\"} > 0",
            List.of(
                "requests{code=\"500\", method=\"get\", zone=\"y\"} 1x5",
                "requests{code=\"200\", method=\"put\", zone=\"y\"} 1x5",
                "requests{code=\"500\", method=\"get\", zone=\"x\"} 1x5"),
            3);
    assertThat(alert.causes())
        .singleElement()
        .satisfies(
            blamed -> {
              assertThat(blamed.finding()).isInstanceOf(Finding.Unmatched.class);
              Finding.Unmatched found = (Finding.Unmatched) blamed.finding();
              assertThat(found.culprits()).hasToString("[method=\"put\"]");
              assertThat(found.values()).containsExactly("get");
            });
    Finding.Unmatched pair =
        (Finding.Unmatched)
            explain(
                    "requests{code=\"404\", zone=\"z\"} > 0",
                    List.of("requests{code=\"500\", zone=\"y\"} 1x5"),
                    3)
                .causes()
                .getFirst()
                .finding();
    assertThat(pair.culprits()).hasToString("[code=\"404\", zone=\"z\"]");
    assertThat(pair.without()).isEqualTo(1);
  }

  @Test
  void tellsWhenSamplesStoppedAndWhetherAMarkerEndedThem() {
    AlertExplanation alert = explain("depth > 0", List.of("depth{queue=\"a\"} 1 2 stale _ _ 3"), 4);
    Finding.NoSample gone = (Finding.NoSample) alert.causes().getFirst().finding();
    assertThat(gone.last()).isEqualTo(MINUTE);
    assertThat(gone.marker()).isEqualTo(2 * MINUTE);
    assertThat(gone.next()).isEqualTo(5 * MINUTE);
    assertThat(gone.value()).isEqualTo(2);
  }

  @Test
  void advisesHowSeriesOfBothSidesWouldFindEachOther() {
    AlertExplanation alert =
        explain(
            "used / total > 0.9",
            List.of(
                "used{job=\"a\", instance=\"1\"} 9x5",
                "used{job=\"a\", instance=\"2\"} 9x5",
                "total{job=\"a\"} 10x5"),
            3);
    Finding.Unpaired alone = (Finding.Unpaired) alert.causes().getFirst().finding();
    assertThat(alone.left()).isTrue();
    assertThat(alone.count()).isEqualTo(2);
    assertThat(alone.differing()).containsExactly("instance");
    assertThat(alone.advice()).isEqualTo(new Finding.Advice(List.of("job"), "group_left"));
  }

  @Test
  void namesTheSeriesThatMeetTheSamePartnerAndNoneThatMeetNobody() {
    AlertExplanation alert =
        explain(
            "used > on (job) total",
            List.of(
                "used{job=\"a\", instance=\"1\"} 9x5",
                "used{job=\"a\", instance=\"2\"} 11x5",
                "used{job=\"b\"} 9x5",
                "total{job=\"a\"} 10x5"),
            3);
    assertThat(root(alert).findings())
        .containsExactly(
            new Finding.Ambiguous(
                Labels.of("job", "a"),
                Labels.of("__name__", "total", "job", "a"),
                List.of(
                    Labels.of("__name__", "used", "job", "a", "instance", "1"),
                    Labels.of("__name__", "used", "job", "a", "instance", "2")),
                2));
  }

  @Test
  void ofSeveralOnTheRightTheMessageSaysEnough() {
    AlertExplanation alert =
        explain(
            "used / on (job) total > 0.9",
            List.of(
                "used{job=\"a\"} 9x5",
                "used{job=\"b\"} 9x5",
                "total{job=\"a\", site=\"x\"} 10x5",
                "total{job=\"a\", site=\"y\"} 10x5"),
            3);
    assertThat(alert.failures()).hasSize(1);
    assertThat(root(alert).parts().getFirst().findings()).isEmpty();
  }

  @Test
  void tellsWhereNumbersThatAreNoneComeFrom() {
    AlertExplanation alert =
        explain(
            "failed / done > 0.1",
            List.of("failed{q=\"a\"} 0x5", "done{q=\"a\"} 0x5", "failed{q=\"b\"} 0x5"),
            3);
    assertThat(alert.causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoNumber(1, Labels.of("__name__", "failed", "q", "a"), 0, DIVIDE, 0));
    assertThat(explain("depth % 0 > 1", List.of("depth 3x5"), 3).causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoNumber(1, Labels.of("__name__", "depth"), 3, MODULO, 0));
  }

  @Test
  void tellsWhyAQuantileIsNoNumber() {
    String expr = "histogram_quantile(0.9, took_bucket) > 1";
    List<String> series =
        List.of("took_bucket{q=\"a\", le=\"1\"} 0x5", "took_bucket{q=\"a\", le=\"+Inf\"} 0x5");
    Labels group = Labels.of("q", "a");
    assertThat(explain(expr, series, 3).causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoQuantile(group, false));
    assertThat(explain(expr, series.subList(0, 1), 3).causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoQuantile(group, true));
  }

  @Test
  void saysWhatPrometheusSaysOfAQuantileWithoutBuckets() {
    AlertExplanation alert =
        explain("histogram_quantile(0.9, sum(took_bucket)) > 1", List.of("took_bucket 1x5"), 3);
    assertThat(alert.causes())
        .extracting(Blamed::finding)
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Remarked.class,
            remarked -> assertThat(remarked.message()).startsWith("bucket label \"le\""));
  }

  @Test
  void samplesAreSoughtWhereOffsetMovesTheSelector() {
    AlertExplanation alert =
        explain("depth offset 10m > 0", List.of("depth 1 1 _x20", "other 1x40"), 18);
    Finding.NoSample gone = (Finding.NoSample) alert.causes().getFirst().finding();
    assertThat(gone.sought()).isEqualTo(8 * MINUTE);
    assertThat(gone.last()).isEqualTo(MINUTE);
  }

  @Test
  void findsTheNearestPartnerWhereNoLabelsAgree() {
    AlertExplanation alert =
        explain(
            "used and on (job) limits",
            List.of("used{job=\"api\"} 9x5", "limits{job=\"app\"} 10x5"),
            3);
    Finding.Unpaired alone = (Finding.Unpaired) alert.causes().getFirst().finding();
    assertThat(alone.nearest()).isEqualTo(Labels.of("__name__", "limits", "job", "app"));
    assertThat(alone.advice()).isNull();
  }

  @Test
  void listsWhatWasNearestToTheThresholdFirst() {
    AlertExplanation alert =
        explain(
            "10 < depth",
            List.of("depth{q=\"a\"} 1x5", "depth{q=\"b\"} 9x5", "depth{q=\"c\"} 20x5"),
            3);
    ExplainedExpr root = root(alert);
    assertThat(alert.causes()).isEmpty();
    Finding.Missed missed = (Finding.Missed) root.findings().getFirst();
    assertThat(missed.count()).isEqualTo(2);
    assertThat(missed.of()).isEqualTo(3);
    assertThat(missed.nearest().getFirst())
        .isEqualTo(new Finding.Miss(Labels.of("__name__", "depth", "q", "b"), 9, 10));
    Outcome.Vector operand = (Outcome.Vector) root.parts().getFirst().outcome();
    assertThat(operand.samples()).extracting(each -> each.labels().get("q")).startsWith("b");
    assertThat(operand.all()).extracting(each -> each.labels().get("q")).startsWith("a");
  }

  @Test
  void blamesOneSampleInARangeThatTakesTwo() {
    AlertExplanation alert =
        explain("rate(done_total[90s]) > 0", List.of("done_total{q=\"a\"} _ _ 1"), 3);
    assertThat(alert.causes())
        .extracting(Blamed::finding)
        .containsExactly(
            new Finding.TooFewSamples(
                1, 1, Labels.of("__name__", "done_total", "q", "a"), 1, 2, 2 * MINUTE));
  }

  @Test
  void narrowsPartsOnlyByLabelsThatTheResultTakesFromThem() {
    AlertExplanation alert =
        explain(
            "used > on (job) group_left () limits",
            List.of(
                "used{job=\"a\", instance=\"1\"} 9x5",
                "used{job=\"a\", instance=\"2\"} 99x5",
                "limits{job=\"a\", instance=\"central\"} 10x5"),
            3,
            Labels.of("instance", "1"));
    Finding.Missed missed = (Finding.Missed) alert.causes().getFirst().finding();
    assertThat(missed.nearest())
        .containsExactly(
            new Finding.Miss(Labels.of("__name__", "used", "job", "a", "instance", "1"), 9, 10));
  }

  @Test
  void aRecordWrittenLaterInTheSameEvaluationIsOneEvaluationOld() {
    Why.Answer answer =
        answer(
            """
            groups:
            - name: g
              rules:
              - alert: A
                expr: level > 2
              - record: level
                expr: depth
            """,
            List.of("depth 1+1x5"),
            2,
            Labels.EMPTY);
    ExplainedExpr root = root(answer.alerts().getFirst());
    ExplainedExpr read = root.parts().getFirst();
    assertThat(read.outcome())
        .isInstanceOfSatisfying(
            Outcome.Vector.class,
            vector -> assertThat(vector.samples().getFirst().value()).isEqualTo(2));
    assertThat(read.rules().getFirst().evaluated()).isEqualTo(MINUTE);
  }

  @Test
  void aRecordWhoseEvaluationFailedIsSaidToHave() {
    Why.Answer answer =
        answer(
            """
            groups:
            - name: g
              rules:
              - record: level
                expr: depth
                labels: {q: all}
              - alert: A
                expr: level > 2
            """,
            List.of("depth{q=\"a\"} 3x5", "depth{q=\"b\"} 3x5"),
            2,
            Labels.EMPTY);
    ExplainedExpr read = root(answer.alerts().getFirst()).parts().getFirst();
    ExplainedRule written = read.rules().getFirst();
    assertThat(written.failure()).contains("same labelset");
    ExplainedExpr expr = written.expr();
    assertThat(expr == null ? List.of() : expr.findings())
        .containsExactly(
            new Finding.SameLabels(
                Labels.of("__name__", "depth", "q", "a"),
                Labels.of("__name__", "depth", "q", "b"),
                List.of("q")));
    assertThat(read.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.NothingWritten.class,
            none -> assertThat(none.failure()).contains("same labelset"));
  }

  @Test
  void suggestsNoValueThatWasNotToBeThere() {
    Finding.Unmatched found =
        (Finding.Unmatched)
            explain("depth{env!=\"prod\"} > 0", List.of("depth{env=\"prod\"} 1x5"), 3)
                .causes()
                .getFirst()
                .finding();
    assertThat(found.nearest()).isNull();
    assertThat(found.values()).containsExactly("prod");
  }

  @Test
  void aRuleThatReadsItselfIsFollowedOnce() {
    Why.Answer answer =
        answer(
            """
            groups:
            - name: g
              rules:
              - record: total
                expr: total + depth or depth
              - alert: A
                expr: total > 100
            """,
            List.of("depth 1x5"),
            3,
            Labels.EMPTY);
    ExplainedRule written = root(answer.alerts().getFirst()).parts().getFirst().rules().getFirst();
    ExplainedExpr expr = written.expr();
    if (expr == null) {
      throw new AssertionError("the rule is not told");
    }
    ExplainedRule again = expr.parts().getFirst().parts().getFirst().rules().getFirst();
    assertThat(again.evaluated()).isEqualTo(2 * MINUTE);
    assertThat(again.expr()).isNull();
  }

  @Test
  void tellsEachTurnWithWhatEndedIt() {
    Why.Answer answer =
        answer(
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
        answer(
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
    AlertExplanation alert = answer(rules, series, 2, Labels.EMPTY).alerts().getFirst();
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
        explain(
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
        answer(rules, List.of("depth{q=\"a\"} 1 1 2 2 0"), 4, Labels.EMPTY)
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
        answer(rules, series, 4, Labels.EMPTY).alerts().getFirst().instances();
    Turn resolved = turn(stories, "q", "queue a", Turn.Kind.RESOLVED);
    Finding.Missed missed = (Finding.Missed) resolved.causes().getFirst().finding();
    assertThat(missed.nearest().getFirst().labels().get("q")).isEqualTo("a");
  }

  @Test
  void tellsWhatAnAggregationTookInTheirPlace() {
    List<String> series = List.of("depth{q=\"a\"} 5 5 1 1", "depth{q=\"b\"} 2x3");
    List<InstanceStory> stories = explain("topk(1, depth) > 0", series, 3).instances();
    Finding.OthersOnly others =
        (Finding.OthersOnly)
            turn(stories, "q", "a", Turn.Kind.RESOLVED).causes().getFirst().finding();
    assertThat(others.of()).isEqualTo(1);
    assertThat(others.taken().getFirst().labels().get("q")).isEqualTo("b");
    assertThat(others.left()).matches(left -> left != null && left.value() == 1);
    stories = explain("count_values(\"v\", depth) > 0", series, 3).instances();
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
        explain("depth * on (q) group_left (version) info > 0", series, 3).instances();
    Turn resolved = turn(stories, "version", "1", Turn.Kind.RESOLVED);
    Finding.NoSample gone = (Finding.NoSample) resolved.causes().getFirst().finding();
    assertThat(gone.example().get("version")).isEqualTo("1");
    assertThat(gone.marker()).isEqualTo(2 * MINUTE);
  }

  @Test
  void aSideThatNeverHasTheInstanceIsNotToBlame() {
    List<InstanceStory> stories =
        explain(
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
          explain(expr, series, 3).instances().stream()
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
        explain("depth > 0", List.of("depth{q=\"a\"} 1x5", "depth 1x5"), 3, Labels.of("q", "b"));
    assertThat(alert.instances()).isEmpty();
    assertThat(alert.passedOver().firing()).isEqualTo(2);
    assertThat(alert.passedOver().matters()).isTrue();
  }

  private static AlertExplanation explain(String expr, List<String> series, int minute) {
    return explain(expr, series, minute, Labels.EMPTY);
  }

  private static AlertExplanation explain(
      String expr, List<String> series, int minute, Labels labels) {
    String rules = "groups:\n- name: g\n  rules:\n  - alert: A\n    expr: '" + expr + "'\n";
    return answer(rules, series, minute, labels).alerts().getFirst();
  }

  private static ExplainedExpr root(AlertExplanation alert) {
    ExplainedExpr expr = alert.expr();
    if (expr == null) {
      throw new AssertionError("it was never evaluated");
    }
    return expr;
  }

  private static Why.Answer answer(String rules, List<String> series, int minute, Labels labels) {
    StringBuilder test = new StringBuilder("tests:\n- interval: 1m\n  input_series:\n");
    for (String each : series) {
      int end = each.lastIndexOf('}') < 0 ? each.indexOf(' ') : each.lastIndexOf('}') + 1;
      test.append("  - series: '").append(each, 0, end).append("'\n");
      test.append("    values: '").append(each.substring(end).strip()).append("'\n");
    }
    SeriesStore recording =
        TestData.read(SourceFile.of("test.yml", test.toString()), Path.of("."), null)
            .get()
            .orElseThrow();
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    return Why.explain(
        List.of(file),
        recording,
        new Replay.Settings(
            recording.extent().orElseThrow(),
            MINUTE,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false)),
        new Why.Question("A", minute * MINUTE, labels));
  }
}
