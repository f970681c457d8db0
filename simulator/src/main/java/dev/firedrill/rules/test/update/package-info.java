/// Brings the expectations of unit tests up to date with what rules do.
@NullMarked
package dev.firedrill.rules.test.update;

import org.jspecify.annotations.NullMarked;
