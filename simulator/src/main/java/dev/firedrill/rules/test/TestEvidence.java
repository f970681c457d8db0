package dev.firedrill.rules.test;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.series.SeriesSource;

/// What a test leaves behind: whoever wants to know more about a run can ask it of these.
///
/// @param engine evaluates expressions as the test did
/// @param source the input series, and all that rules have recorded
/// @param ticks when the rules were evaluated
public record TestEvidence(Engine engine, SeriesSource source, TimeGrid ticks) {}
