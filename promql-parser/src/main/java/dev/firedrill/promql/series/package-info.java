/// The notation of series in unit tests of rules and in PromQL test scripts:
/// `up{job="api"} 1x5 _ 0+2x3 stale {{schema:1 sum:3 buckets:[1 2]}}`.
@NullMarked
package dev.firedrill.promql.series;

import org.jspecify.annotations.NullMarked;
