package dev.firedrill.histogram;

import static dev.firedrill.histogram.Histograms.histogram;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterResetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // the same, and more of everything
        "{{count:3 buckets:[1 2]}} | {{count:3 buckets:[1 2]}} | false",
        "{{count:3 buckets:[1 2]}} | {{count:5 buckets:[1 3 1]}} | false",
        // less in all, in a bucket, in a bucket that is gone
        "{{count:3 buckets:[1 2]}} | {{count:2 buckets:[1 1]}} | true",
        "{{count:3 buckets:[1 2]}} | {{count:4 buckets:[3 1]}} | true",
        "{{count:3 buckets:[1 2]}} | {{count:4 buckets:[4]}} | true",
        "{{count:3 n_buckets:[1 2]}} | {{count:4 n_buckets:[4]}} | true",
        // a hint counts before anything else; the sum never
        "{{count:3 buckets:[3]}} | {{count:1 buckets:[1] counter_reset_hint:not_reset}} | false",
        "{{count:3 buckets:[3]}} | {{count:4 buckets:[4] counter_reset_hint:reset}} | true",
        "{{count:3 buckets:[3]}} | {{count:2 buckets:[2] counter_reset_hint:gauge}} | true",
        "{{count:3 sum:9 buckets:[3]}} | {{count:3 sum:1 buckets:[3]}} | false",
        // coarser is fine, finer is a reset
        "{{schema:1 count:3 offset:1 buckets:[1 2]}} | {{count:3 offset:1 buckets:[3]}} | false",
        "{{count:3 buckets:[3]}} | {{schema:1 count:3 buckets:[3]}} | true",
        // a wider zero bucket swallows whole buckets only
        "{{count:1 offset:-1 buckets:[1]}} | {{count:1 z_bucket:1 z_bucket_w:0.5}} | false",
        "{{count:1 offset:-1 buckets:[1]}} | {{count:1 z_bucket:1 z_bucket_w:0.4}} | true",
        "{{count:2 offset:-1 buckets:[2]}} | {{count:2 z_bucket:1 z_bucket_w:0.5}} | true",
        "{{count:1 z_bucket:1 z_bucket_w:0.5}} | {{count:1 z_bucket:1 z_bucket_w:0.1}} | true",
        // custom bounds
        "{{count:1 buckets:[1]}} | {{schema:-53 count:1 custom_values:[1] buckets:[1]}} | true",
        "{{schema:-53 count:1 custom_values:[1] buckets:[1]}} | {{count:1 buckets:[1]}} | true",
        "{{schema:-53 count:6 custom_values:[1 2] buckets:[1 2 3]}}"
            + " | {{schema:-53 count:6 custom_values:[2] buckets:[3 3]}} | false",
        "{{schema:-53 count:6 custom_values:[1 2] buckets:[1 2 3]}}"
            + " | {{schema:-53 count:6 custom_values:[2] buckets:[2 4]}} | true",
      })
  void isFoundWhereAnythingHasBecomeLess(String previous, String current, boolean reset) {
    assertThat(histogram(current).isResetAfter(histogram(previous))).isEqualTo(reset);
  }
}
