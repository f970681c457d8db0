package dev.firedrill.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptRunnerTest {
  private static final String LOAD =
      """
      load 1m
        queue_length{worker="a"} 1+1x10
        queue_length{worker="b"} 5 _ stale 7x3

      """;

  @Test
  void passesWhereSeriesAndValuesAreEqual() {
    assertThat(
            reasons(
                """
                eval instant at 4m queue_length
                  queue_length{worker="b"} 7.0000001
                  queue_length{worker="a"} 5
                """))
        .containsExactly("");
  }

  @Test
  void saysWhichSeriesIsMissingUnexpectedOrDifferent() {
    assertThat(
            reasons(
                """
                eval instant at 4m queue_length
                  queue_length{worker="a"} 5

                eval instant at 0 sum(queue_length)
                  {} 6
                  {worker="c"} 1

                eval instant at 0 sum(queue_length)
                  {} 7
                """))
        .containsExactly(
            "unexpected series {__name__=\"queue_length\", worker=\"b\"} 7",
            "missing series {worker=\"c\"} 1",
            "expected 7 for {}, got 6");
  }

  @Test
  void comparesTheStepsOfARangeQuery() {
    assertThat(
            reasons(
                """
                eval range from 0 to 3m step 1m queue_length{worker="b"}
                  queue_length{worker="b"} 5 5 _ 7

                eval range from 0 to 3m step 1m queue_length{worker="b"}
                  queue_length{worker="b"} 5 5 5 7
                """))
        .containsExactly(
            "",
            "expected 5 5 5 7 for {__name__=\"queue_length\", worker=\"b\"},"
                + " got 5 5 7@180000");
  }

  @Test
  void comparesScalarsStringsAndRangeVectors() {
    assertThat(
            reasons(
                """
                eval instant at 1m 3 * 2
                  6

                eval instant at 1m 'six'
                  expect string "six"

                eval instant at 1m queue_length{worker="a"}[2m]
                  expect range vector from 0 to 1m step 1m
                  queue_length{worker="a"} 1 2

                eval instant at 1m vector(6)
                  6
                """))
        .containsExactly("", "", "", "got an instant vector");
  }

  @Test
  void wantsTheOrderOnlyWhereItIsExpected() {
    String sorted =
        """
          queue_length{worker="b"} 7
          queue_length{worker="a"} 5
        """;
    assertThat(
            reasons(
                "eval instant at 4m sort_desc(queue_length)\n  expect ordered\n"
                    + sorted
                    + "\neval instant at 4m sort(queue_length)\n"
                    + sorted
                    + "\neval_ordered instant at 4m sort(queue_length)\n"
                    + sorted))
        .containsExactly("", "", "series {__name__=\"queue_length\", worker=\"a\"} at position 1");
  }

  @Test
  void wantsErrorsWhereTheyAreExpected() {
    assertThat(
            reasons(
                """
                eval instant at 1m queue_length +
                  expect fail regex: 1:15: parse error: .*

                eval_fail instant at 1m label_join(queue_length, "worker", "")
                  expected_fail_message vector cannot contain metrics with the same labelset

                eval instant at 1m queue_length
                  expect fail
                """))
        .containsExactly("", "", "an error is expected, but there is none");
  }

  @Test
  void wantsWarningsOnlyWhereTheyAreExpected() {
    String expr = "eval instant at 1m max(quantile_over_time(2, queue_length[2m]))\n  {} +Inf\n  ";
    assertThat(
            reasons(
                expr
                    + "expect warn msg: PromQL warning: quantile value should be between 0 and 1,"
                    + " got 2 (1:24)\n\n"
                    + expr
                    + "expect no_warn\n\n"
                    + expr
                    + "expect info\n"))
        .containsExactly(
            "",
            "no warning is expected, got 'PromQL warning: quantile value should be between 0 and 1,"
                + " got 2 (1:24)'",
            "expected info, any, got []");
  }

  @Test
  void addsLoadsUpUntilTheyAreCleared() {
    assertThat(
            reasons(
                """
                load 1m
                  workers 3

                eval instant at 0 count({__name__=~".+"})
                  {} 3

                clear
                eval instant at 0 count({__name__=~".+"})
                """))
        .containsExactly("", "");
  }

  @Test
  void saysWhichLineCannotBeRead() {
    Loaded<Script> loaded = ScriptReader.read(SourceFile.of("x.test", "clear\n\nevaluate 1\n"));
    assertThat(loaded.value()).isNull();
    assertThat(loaded.diagnostics()).hasSize(1);
    assertThat(loaded.diagnostics().getFirst().location().start().line()).isEqualTo(3);
  }

  @Test
  void makesNoNativeHistogramOfCountsThatFall() {
    Loaded<Script> loaded =
        ScriptReader.read(
            SourceFile.of(
                "x.test",
                """
                load_with_nhcb 1m
                  wait_bucket{le="1"} 1 3
                  wait_bucket{le="5"} 2 2
                  wait_bucket{le="+Inf"} 2 4
                """));
    assertThat(loaded.diagnostics().getFirst().message())
        .isEqualTo(
            "the counts of {__name__=\"wait\"} fall at le=\"5\", sample 2;"
                + " a native histogram has no negative buckets");
  }

  private static List<String> reasons(String commands) {
    Script script = ScriptReader.read(SourceFile.of("x.test", LOAD + commands)).get().orElseThrow();
    return new ScriptRunner().run(script).stream().map(EvalOutcome::reason).toList();
  }
}
