/// Silences, and the files that hold them: what Alertmanager's API or amtool print, or lists that
/// people write.
@NullMarked
package dev.firedrill.alertmanager.silence;

import org.jspecify.annotations.NullMarked;
