package dev.firedrill.replay.why;

import static dev.firedrill.promql.ast.BinaryOperator.DIVIDE;
import static dev.firedrill.promql.ast.BinaryOperator.MODULO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTest {
  private static final long MINUTE = 60_000;

  @Test
  void namesThePairOfMatchersThatLeavesNothingTogether() {
    AlertExplanation alert =
        Explained.explain(
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
            Explained.explain(
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
    AlertExplanation alert =
        Explained.explain("depth > 0", List.of("depth{queue=\"a\"} 1 2 stale _ _ 3"), 4);
    Finding.NoSample gone = (Finding.NoSample) alert.causes().getFirst().finding();
    assertThat(gone.last()).isEqualTo(MINUTE);
    assertThat(gone.marker()).isEqualTo(2 * MINUTE);
    assertThat(gone.next()).isEqualTo(5 * MINUTE);
    assertThat(gone.value()).isEqualTo(2);
  }

  @Test
  void advisesHowSeriesOfBothSidesWouldFindEachOther() {
    AlertExplanation alert =
        Explained.explain(
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
        Explained.explain(
            "used > on (job) total",
            List.of(
                "used{job=\"a\", instance=\"1\"} 9x5",
                "used{job=\"a\", instance=\"2\"} 11x5",
                "used{job=\"b\"} 9x5",
                "total{job=\"a\"} 10x5"),
            3);
    assertThat(Explained.root(alert).findings())
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
  void tellsWhereNumbersThatAreNoneComeFrom() {
    AlertExplanation alert =
        Explained.explain(
            "failed / done > 0.1",
            List.of("failed{q=\"a\"} 0x5", "done{q=\"a\"} 0x5", "failed{q=\"b\"} 0x5"),
            3);
    assertThat(alert.causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoNumber(1, Labels.of("__name__", "failed", "q", "a"), 0, DIVIDE, 0));
    assertThat(Explained.explain("depth % 0 > 1", List.of("depth 3x5"), 3).causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoNumber(1, Labels.of("__name__", "depth"), 3, MODULO, 0));
  }

  @Test
  void tellsWhyAQuantileIsNoNumber() {
    String expr = "histogram_quantile(0.9, took_bucket) > 1";
    List<String> series =
        List.of("took_bucket{q=\"a\", le=\"1\"} 0x5", "took_bucket{q=\"a\", le=\"+Inf\"} 0x5");
    Labels group = Labels.of("q", "a");
    assertThat(Explained.explain(expr, series, 3).causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoQuantile(group, false));
    assertThat(Explained.explain(expr, series.subList(0, 1), 3).causes())
        .extracting(Blamed::finding)
        .contains(new Finding.NoQuantile(group, true));
  }

  @Test
  void saysWhatPrometheusSaysOfAQuantileWithoutBuckets() {
    AlertExplanation alert =
        Explained.explain(
            "histogram_quantile(0.9, sum(took_bucket)) > 1", List.of("took_bucket 1x5"), 3);
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
        Explained.explain("depth offset 10m > 0", List.of("depth 1 1 _x20", "other 1x40"), 18);
    Finding.NoSample gone = (Finding.NoSample) alert.causes().getFirst().finding();
    assertThat(gone.sought()).isEqualTo(8 * MINUTE);
    assertThat(gone.last()).isEqualTo(MINUTE);
  }

  @Test
  void findsTheNearestPartnerWhereNoLabelsAgree() {
    AlertExplanation alert =
        Explained.explain(
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
        Explained.explain(
            "10 < depth",
            List.of("depth{q=\"a\"} 1x5", "depth{q=\"b\"} 9x5", "depth{q=\"c\"} 20x5"),
            3);
    ExplainedExpr root = Explained.root(alert);
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
        Explained.explain("rate(done_total[90s]) > 0", List.of("done_total{q=\"a\"} _ _ 1"), 3);
    assertThat(alert.causes())
        .extracting(Blamed::finding)
        .containsExactly(
            new Finding.TooFewSamples(
                1, 1, Labels.of("__name__", "done_total", "q", "a"), 1, 2, 2 * MINUTE));
  }

  @Test
  void narrowsPartsOnlyByLabelsThatTheResultTakesFromThem() {
    AlertExplanation alert =
        Explained.explain(
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
        Explained.answer(
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
    ExplainedExpr root = Explained.root(answer.alerts().getFirst());
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
        Explained.answer(
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
    ExplainedExpr read = Explained.root(answer.alerts().getFirst()).parts().getFirst();
    ExplainedRule written = read.rules().getFirst();
    assertThat(written.failure()).contains("same labelset");
    ExplainedExpr expr = written.expr();
    assertThat(expr == null ? List.of() : expr.findings())
        .containsExactly(
            new Finding.SameLabels(
                Labels.of("__name__", "depth", "q", "a"),
                Labels.of("__name__", "depth", "q", "b"),
                List.of("q"),
                Finding.SameLabels.RULE));
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
            Explained.explain("depth{env!=\"prod\"} > 0", List.of("depth{env=\"prod\"} 1x5"), 3)
                .causes()
                .getFirst()
                .finding();
    assertThat(found.nearest()).isNull();
    assertThat(found.values()).containsExactly("prod");
  }

  @Test
  void aRuleThatReadsItselfIsFollowedOnce() {
    Why.Answer answer =
        Explained.answer(
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
    ExplainedRule written =
        Explained.root(answer.alerts().getFirst()).parts().getFirst().rules().getFirst();
    ExplainedExpr expr = written.expr();
    if (expr == null) {
      throw new AssertionError("the rule is not told");
    }
    ExplainedRule again = expr.parts().getFirst().parts().getFirst().rules().getFirst();
    assertThat(again.evaluated()).isEqualTo(2 * MINUTE);
    assertThat(again.expr()).isNull();
  }
}
