package dev.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expressions over a few series, with results worked out by hand.
class EngineTest {
  private static final String SERIES =
      """
      load{site="n",host="a"} 1 2 3 4 5 6 7 8 9 10
      load{site="n",host="b"} 10 10 10 10 10 10 10 10 10 10
      load{site="s",host="c"} 5 _ _ 5 stale _ _ _ _ _
      jobs_total{host="a"} 0 60 120 180 0 60 120 180 240 300
      limit{site="n"} 4 4 4 4 4 4 4 4 4 4
      limit{site="s"} 2 2 2 2 2 2 2 2 2 2
      took_bucket{le="1"} 10 10 10 10 10 10 10 10 10 10
      took_bucket{le="2"} 30 30 30 30 30 30 30 30 30 30
      took_bucket{le="+Inf"} 40 40 40 40 40 40 40 40 40 40
      odd NaN 1 -1 Inf 2.5
      """;

  private final Fixture fixture = Fixture.of(SERIES);

  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          0   | load                               | load{host="a",site="n"} 1; load{host="b",site="n"} 10; load{host="c",site="s"} 5
          59  | load{host="a"}                     | load{host="a",site="n"} 1
          120 | load{host="c"}                     | load{host="c",site="s"} 5
          240 | load{host="c"}                     |
          839 | load{host="a"}                     | load{host="a",site="n"} 10
          840 | load{host="a"}                     |
          120 | load{host="a"} offset 1m           | load{host="a",site="n"} 2
          120 | load{host="a"} offset -1m          | load{host="a",site="n"} 4
          0   | load{host="a"} @ 180               | load{host="a",site="n"} 4
          60  | load{host="a"}[2m]                 | load{host="a",site="n"} 1@0 2@60
          120 | load{host="a"}[2m]                 | load{host="a",site="n"} 2@60 3@120
          60  | 1 + 2 * 3 ^ 2                      | 19
          60  | 7 % -4                             | 3
          60  | 1 > bool 2                         | 0
          60  | "text"                             | text
          60  | -load{host="a"}                    | {host="a",site="n"} -2
          60  | load * 2                           | {host="a",site="n"} 4; {host="b",site="n"} 20; {host="c",site="s"} 10
          60  | load > 4                           | load{host="b",site="n"} 10; load{host="c",site="s"} 5
          60  | 4 < load                           | load{host="b",site="n"} 10; load{host="c",site="s"} 5
          60  | load > bool 4                      | {host="a",site="n"} 0; {host="b",site="n"} 1; {host="c",site="s"} 1
          60  | load - on(site) group_left limit   | {host="a",site="n"} -2; {host="b",site="n"} 6; {host="c",site="s"} 3
          60  | limit + on(site) group_right load  | {host="a",site="n"} 6; {host="b",site="n"} 14; {host="c",site="s"} 7
          60  | sum by (site) (load) / on(site) limit | {site="n"} 3; {site="s"} 2.5
          60  | load{host!="b"} / ignoring(host) limit | {site="n"} 0.5; {site="s"} 2.5
          60  | load and on(site) limit{site="s"}  | load{host="c",site="s"} 5
          60  | load unless on(site) limit{site="s"} | load{host="a",site="n"} 2; load{host="b",site="n"} 10
          60  | limit or load{host="a"}            | limit{site="n"} 4; limit{site="s"} 2; load{host="a",site="n"} 2
          60  | sum(load)                          | {} 17
          60  | avg by (site) (load)               | {site="n"} 6; {site="s"} 5
          60  | min without (host) (load)          | {site="n"} 2; {site="s"} 5
          60  | max(load)                          | {} 10
          60  | count by (site) (load)             | {site="n"} 2; {site="s"} 1
          60  | group(load)                        | {} 1
          60  | stdvar by (site) (load)            | {site="n"} 16; {site="s"} 0
          60  | stddev by (site) (load)            | {site="n"} 4; {site="s"} 0
          60  | quantile(0.5, load)                | {} 5
          60  | quantile by (site) (0.25, load)    | {site="n"} 4; {site="s"} 5
          60  | topk(2, load)                      | load{host="b",site="n"} 10; load{host="c",site="s"} 5
          60  | bottomk by (site) (1, load)        | load{host="a",site="n"} 2; load{host="c",site="s"} 5
          60  | topk(0, load)                      |
          180 | count_values("v", load)            | {v="4"} 1; {v="10"} 1; {v="5"} 1
          60  | sort_desc(load)                    | load{host="b",site="n"} 10; load{host="c",site="s"} 5; load{host="a",site="n"} 2
          60  | sort(load) > 3                     | load{host="c",site="s"} 5; load{host="b",site="n"} 10
          60  | absent(load)                       |
          60  | absent(load{host="z",site=~"n"})   | {host="z"} 1
          60  | absent(nothing{a="x",a="y"})       | {} 1
          60  | absent_over_time(nothing{a="x"}[5m]) | {a="x"} 1
          60  | scalar(load{host="a"}) + 1         | 3
          60  | scalar(load)                       | NaN
          60  | vector(time())                     | {} 60
          90  | timestamp(load{host="a"})          | {host="a",site="n"} 60
          90  | timestamp(load{host="a"} * 1)      | {host="a",site="n"} 90
          60  | histogram_quantile(0.5, took_bucket) | {} 1.5
          60  | histogram_quantile(0.9, took_bucket) | {} 2
          60  | histogram_quantile(2, took_bucket) | {} +Inf
          60  | label_replace(limit, "where", "$1-x", "site", "(.)") | limit{site="n",where="n-x"} 4; limit{site="s",where="s-x"} 2
          60  | label_replace(limit, "where", "x", "site", "z")  | limit{site="n"} 4; limit{site="s"} 2
          60  | label_join(limit, "j", "-", "site", "none", "site") | limit{j="n--n",site="n"} 4; limit{j="s--s",site="s"} 2
          240 | round(odd)                         | {} 3
          240 | round(odd, 2)                      | {} 2
          120 | clamp(odd, 0, 9)                   | {} 0
          180 | clamp_max(odd, 9)                  | {} 9
          120 | clamp_min(odd, 3)                  | {} 3
          120 | clamp(odd, 2, 1)                   |
          120 | abs(odd)                           | {} 1
          240 | floor(odd)                         | {} 2
          240 | ceil(odd)                          | {} 3
          120 | sgn(odd)                           | {} -1
          240 | log2(odd * 3.2)                    | {} 3
          60  | hour(vector(7200))                 | {} 2
          60  | day_of_week(vector(0))             | {} 4
          60  | days_in_month(vector(951782400))   | {} 29
          60  | month()                            | {} 1
          """)
  void evaluatesAtAnInstant(double seconds, String expr, String expected) {
    List<String> lines = expected == null ? List.of() : List.of(expected.split("; ", -1));
    assertThat(fixture.at(seconds, expr)).isEqualTo(lines);
  }

  // Windows are open on the left: [5m] at 300 s holds the samples of 60 to 300 s.
  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          180 | rate(jobs_total[3m])                       | {host="a"} 1
          180 | increase(jobs_total[3m])                   | {host="a"} 180
          150 | increase(jobs_total[2m])                   | {host="a"} 120
          300 | increase(jobs_total[5m])                   | {host="a"} 225
          180 | delta(load{host="a"}[3m])                  | {host="a",site="n"} 3
          240 | irate(jobs_total[5m])                      | {host="a"} 0
          300 | irate(jobs_total[5m])                      | {host="a"} 1
          240 | idelta(jobs_total[5m])                     | {host="a"} -180
          300 | resets(jobs_total[10m])                    | {host="a"} 1
          300 | changes(load{site="n"}[5m])                | {host="a",site="n"} 4; {host="b",site="n"} 0
          300 | sum_over_time(load{host="a"}[3m])          | {host="a",site="n"} 15
          300 | avg_over_time(load{host="a"}[4m])          | {host="a",site="n"} 4.5
          300 | min_over_time(load{host="a"}[3m])          | {host="a",site="n"} 4
          300 | max_over_time(load{host="a"}[3m])          | {host="a",site="n"} 6
          300 | count_over_time(load{host="c"}[10m])       | {host="c",site="s"} 2
          300 | last_over_time(load{host="c"}[10m])        | load{host="c",site="s"} 5
          300 | first_over_time(load{host="a"}[3m])        | load{host="a",site="n"} 4
          300 | present_over_time(load{host="a"}[3m])      | {host="a",site="n"} 1
          300 | stdvar_over_time(load{host="a"}[2m])       | {host="a",site="n"} 0.25
          300 | stddev_over_time(load{host="a"}[2m])       | {host="a",site="n"} 0.5
          300 | quantile_over_time(0.5, load{host="a"}[2m]) | {host="a",site="n"} 5.5
          300 | mad_over_time(load{host="a"}[3m])          | {host="a",site="n"} 1
          300 | deriv(load{host="a"}[5m]) * 60             | {host="a",site="n"} 1
          300 | predict_linear(load{host="a"}[5m], 120)    | {host="a",site="n"} 8
          300 | max_over_time(load{host="a"}[3m:1m])       | {host="a",site="n"} 6
          330 | sum_over_time(load{host="a"}[2m:1m])       | {host="a",site="n"} 11
          300 | max_over_time(sum(load)[5m:1m])            | {} 19
          300 | count_over_time(vector(1)[5m:])            | {} 5
          300 | sum_over_time(load{host="a"}[1m] @ 120)    | {host="a",site="n"} 3
          """)
  void evaluatesRanges(double seconds, String expr, String expected) {
    assertThat(fixture.at(seconds, expr)).isEqualTo(List.of(expected.split("; ", -1)));
  }

  @Test
  void evaluatesAtEachStepOfAGrid() {
    assertThat(fixture.range(4, "sum by (site) (load) > 10"))
        .containsExactly("{site=\"n\"} 11@0 12@60 13@120 14@180");
    assertThat(fixture.range(3, "load{host=\"a\"} + load{host=\"a\"} @ end()"))
        .containsExactly("{host=\"a\",site=\"n\"} 4@0 5@60 6@120");
    assertThat(fixture.range(3, "time() - 60")).containsExactly("{} -60@0 0@60 60@120");
    assertThat(fixture.range(6, "absent(load{host=\"c\"})"))
        .containsExactly("{host=\"c\"} 1@240 1@300");
  }

  @Test
  void yieldsTheSameWhateverTheBatches() {
    for (String expr :
        List.of(
            "rate(jobs_total[3m])", "topk(1, load)", "load or limit", "sum_over_time(odd[4m])")) {
      List<String> whole = Fixture.of(SERIES).range(12, expr);
      assertThat(Fixture.of(SERIES).withBatches(5).range(12, expr)).as(expr).isEqualTo(whole);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          limit + on(site) load                    | found duplicate series for the match group {site="n"} on the right hand-side of the operation: [{__name__="load", host="a", site="n"}, {__name__="load", host="b", site="n"}];many-to-many matching not allowed: matching labels must be unique on one side
          load + on(site) group_left load          | found duplicate series for the match group {site="n"} on the right hand-side of the operation: [{__name__="load", host="a", site="n"}, {__name__="load", host="b", site="n"}];many-to-many matching not allowed: matching labels must be unique on one side
          load + on(site) limit                    | multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)
          label_replace(limit, "site", "x", "site", ".*") | vector cannot contain metrics with the same labelset
          topk(NaN, load)                          | Parameter value is NaN
          abs(label_replace({__name__=~"l.+"}, "host", "", "host", ".*")) | vector cannot contain metrics with the same labelset
          changes(load[5m] smoothed)               | smoothed modifier can only be used with: delta, increase, rate - not with changes
          """)
  void saysWhyItCannotEvaluate(String expr, String message) {
    assertThatThrownBy(() -> fixture.at(60, expr))
        .isInstanceOf(EvaluationException.class)
        .hasMessage(message);
  }

  @Test
  void explainsThePlan() {
    assertThat(fixture.explain(3, "sum by (site) (rate(jobs_total[5m])) > scalar(limit) * 2"))
        .isEqualTo(
            """
            vector > scalar
              sum by [site]: 1 groups
                rate of each window
                  select [__name__="jobs_total"][300000ms]: 1 series
              scalar * scalar
                scalar of the only element
                  select [__name__="limit"]: 2 series
                constant 2.0
            """);
  }
}
