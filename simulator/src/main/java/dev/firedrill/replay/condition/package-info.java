/// What the expression of an alert asks for, taken apart: the value it watches, the comparison, the
/// threshold, and all of them over time.
@NullMarked
package dev.firedrill.replay.condition;

import org.jspecify.annotations.NullMarked;
