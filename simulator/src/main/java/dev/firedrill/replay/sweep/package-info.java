/// Other settings of an alerting rule: which can be varied, what comes of each combination, how
/// well
/// each would have caught known incidents.
@NullMarked
package dev.firedrill.replay.sweep;

import org.jspecify.annotations.NullMarked;
