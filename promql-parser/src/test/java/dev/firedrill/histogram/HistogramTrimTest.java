package dev.firedrill.histogram;

import static dev.firedrill.histogram.Histograms.histogram;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTrimTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // (1,2]:2 (2,4]:4, cut between buckets: the sum is that of the middles
        "{{count:6 sum:99 offset:1 buckets:[2 4]}} | 2"
            + " | {{count:2 sum:2.8284271247461903 offset:1 buckets:[2]}}"
            + " | {{count:4 sum:11.313708498984761 offset:2 buckets:[4]}}",
        // in the middle of (1,4] by logarithms
        "{{schema:-1 count:2 sum:5 offset:1 buckets:[2]}} | 2"
            + " | {{schema:-1 count:1 sum:1.4142135623730951 offset:1 buckets:[1]}}"
            + " | {{schema:-1 count:1 sum:2.8284271247461903 offset:1 buckets:[1]}}",
        // nothing to cut: totals stay as they are
        "{{count:2 sum:77 offset:1 buckets:[2]}} | 2 | {{count:2 sum:77 offset:1 buckets:[2]}}"
            + " | {{}}",
        // [-4,-1) is cut at -2
        "{{schema:-1 count:2 sum:-5 n_offset:1 n_buckets:[2]}} | -2"
            + " | {{schema:-1 count:1 sum:-2.8284271247461903 n_offset:1 n_buckets:[1]}}"
            + " | {{schema:-1 count:1 sum:-1.4142135623730951 n_offset:1 n_buckets:[1]}}",
        // the zero bucket, in even shares
        "{{count:4 sum:1 z_bucket:4 z_bucket_w:1}} | 0.5"
            + " | {{count:3 sum:-0.75 z_bucket:3 z_bucket_w:1}}"
            + " | {{count:1 sum:0.75 z_bucket:1 z_bucket_w:1}}",
        // the zero bucket starts at zero where all other buckets are above
        "{{count:5 sum:1 z_bucket:4 z_bucket_w:1 offset:1 buckets:[1]}} | 0.5"
            + " | {{count:2 sum:0.5 z_bucket:2 z_bucket_w:1}}"
            + " | {{count:3 sum:2.914213562373095 z_bucket:2 z_bucket_w:1 offset:1 buckets:[1]}}",
        // custom bounds in even shares; the lowest from zero, the highest whole
        "{{schema:-53 count:8 sum:9 custom_values:[2 4] buckets:[2 4 2]}} | 3"
            + " | {{schema:-53 count:4 sum:7 custom_values:[2 4] buckets:[2 2]}}"
            + " | {{schema:-53 count:4 sum:15 custom_values:[2 4] offset:1 buckets:[2 2]}}",
        "{{schema:-53 count:8 sum:9 custom_values:[2 4] buckets:[2 4 2]}} | 1"
            + " | {{schema:-53 count:1 sum:0.5 custom_values:[2 4] buckets:[1]}}"
            + " | {{schema:-53 count:7 sum:21.5 custom_values:[2 4] buckets:[1 4 2]}}",
        "{{schema:-53 count:2 sum:9 custom_values:[2] offset:1 buckets:[2]}} | 5"
            + " | {{schema:-53 custom_values:[2]}}"
            + " | {{schema:-53 count:2 sum:9 custom_values:[2] offset:1 buckets:[2]}}",
      })
  void cutsBucketsAndEstimatesTotals(String whole, double limit, String below, String above) {
    assertThat(histogram(whole).below(limit).toNotation()).isEqualTo(below);
    assertThat(histogram(whole).above(limit).toNotation()).isEqualTo(above);
  }
}
