package dev.firedrill.promql.series;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The keys of a native histogram in series notation, with the numbers that Prometheus has for them
/// and shows in messages.
enum HistogramKey {
  SUM("sum", 57370),
  COUNT("count", 57371),
  SCHEMA("schema", 57372),
  OFFSET("offset", 57373),
  NEGATIVE_OFFSET("n_offset", 57374),
  BUCKETS("buckets", 57375),
  NEGATIVE_BUCKETS("n_buckets", 57376),
  ZERO_BUCKET("z_bucket", 57377),
  ZERO_BUCKET_WIDTH("z_bucket_w", 57378),
  CUSTOM_VALUES("custom_values", 57379),
  COUNTER_RESET_HINT("counter_reset_hint", 57380);

  private final String keyword;
  private final int number;

  HistogramKey(String keyword, int number) {
    this.keyword = keyword;
    this.number = number;
  }

  int number() {
    return number;
  }

  String keyword() {
    return keyword;
  }

  /// {@return the key of a word in any case; null where it is none}
  static @Nullable HistogramKey find(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (HistogramKey key : values()) {
      if (key.keyword.equals(lower)) {
        return key;
      }
    }
    return null;
  }

  /// {@return the key of a word that is known to be one}
  static HistogramKey of(String word) {
    HistogramKey key = find(word);
    if (key == null) {
      throw new IllegalArgumentException("no key of a histogram: " + word);
    }
    return key;
  }
}
