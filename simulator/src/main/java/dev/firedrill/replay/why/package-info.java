/// Explains why an alert did or did not fire at a time: what each part of its expression was, which
/// part left nothing and for what reason, and how its instances came to the state that they were
/// in.
@NullMarked
package dev.firedrill.replay.why;

import org.jspecify.annotations.NullMarked;
