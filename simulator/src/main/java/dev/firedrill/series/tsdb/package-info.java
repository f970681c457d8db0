/// Reads what Prometheus's storage wrote: blocks, the write-ahead log, and their chunks; and writes
/// such a log.
///
/// Files of a server are only ever read, at explicit positions, so that a running Prometheus may
/// own them;
/// lengths and checksums are checked before anything is believed.
@NullMarked
package dev.firedrill.series.tsdb;

import org.jspecify.annotations.NullMarked;
