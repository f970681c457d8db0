/// The operators of a plan. Each knows its output series first, then fills batches of steps.
@NullMarked
package dev.firedrill.engine.operator;

import org.jspecify.annotations.NullMarked;
