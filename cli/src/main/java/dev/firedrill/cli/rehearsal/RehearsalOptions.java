package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.option.FailureOptions;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.rules.RuleFileOptions;
import java.time.ZoneId;

/// How stacks are rehearsed.
///
/// @param servers what the rules run on
/// @param reading how rule files are read
/// @param engine how expressions are evaluated
/// @param failures what makes a part fail
/// @param zone in which times are shown
/// @param style how findings are shown
/// @param workers how many threads are used, at most
/// @param page whether all of a replay is told on a page
public record RehearsalOptions(
    ServerSource servers,
    RuleFileOptions reading,
    EngineOptions engine,
    FailureOptions failures,
    ZoneId zone,
    TextStyle style,
    int workers,
    boolean page) {}
