/// What makes alerts noisy, found in a replay: flapping ones, ones that fire together, ones that
/// never could fire, ones that fire all the time.
@NullMarked
package dev.firedrill.replay.noise;

import org.jspecify.annotations.NullMarked;
