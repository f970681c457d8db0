/// Alertmanager on a virtual clock: what becomes of alerts that are posted to it. Ingestion, groups
/// and their ticks, inhibition, silences, time intervals, deduplication and the log of what was
/// sent.
@NullMarked
package dev.firedrill.notify;

import org.jspecify.annotations.NullMarked;
