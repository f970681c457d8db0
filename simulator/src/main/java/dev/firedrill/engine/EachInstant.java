package dev.firedrill.engine;

import dev.firedrill.engine.operator.Operator;

/// One plan for all steps of a grid that yields at each step what an instant query yields there.
///
/// @param operator yields the values; fails where any instant query on the way would
/// @param annotations of what was evaluated so far
/// @param ordered whether the series that are there at a step come in the order of an instant query
public record EachInstant(Operator operator, Annotations annotations, boolean ordered) {}
