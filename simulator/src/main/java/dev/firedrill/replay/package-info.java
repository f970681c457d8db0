/// Replays recorded series through rules: when each alert would have been pending, firing,
/// resolved.
@NullMarked
package dev.firedrill.replay;

import org.jspecify.annotations.NullMarked;
