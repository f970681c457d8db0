/// Recorded series on servers: by the query API of Prometheus and its kin, and by remote read.
@NullMarked
package dev.firedrill.series.remote;

import org.jspecify.annotations.NullMarked;
