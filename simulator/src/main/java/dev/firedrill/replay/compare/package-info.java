/// Two replays of one recording side by side: which alerts fire at other times by one version of
/// the rules than by another.
@NullMarked
package dev.firedrill.replay.compare;

import org.jspecify.annotations.NullMarked;
