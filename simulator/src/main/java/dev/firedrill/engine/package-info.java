/// Plans a PromQL expression and evaluates it over a grid of steps. The planner is the only switch
/// from tree to operators.
@NullMarked
package dev.firedrill.engine;

import org.jspecify.annotations.NullMarked;
