package dev.firedrill.cli.html.chart;

import dev.firedrill.replay.condition.ConditionValues;
import dev.firedrill.replay.condition.LabelLink;
import dev.firedrill.replay.condition.WatchedSeries;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/// What a chart is of.
///
/// @param text the expression
/// @param comparison the operator and the threshold; may be empty
/// @param link which labels its series share with the alert
/// @param values evaluates it over a piece of time
/// @param distance of a value from the threshold
record Watched(
    String text,
    String comparison,
    LabelLink link,
    Function<ConditionValues, List<WatchedSeries>> values,
    DoubleBinaryOperator distance) {}
