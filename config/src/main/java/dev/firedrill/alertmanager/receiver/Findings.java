package dev.firedrill.alertmanager.receiver;

import dev.firedrill.yaml.YamlProblems;
import java.util.function.Predicate;

/// Where the readers of integrations report to.
///
/// @param problems what ends or is collected while the file is decoded
/// @param checks what is found once all of it is decoded
/// @param open whether a text holds a placeholder that nothing was filled into, so that it
///     cannot be judged
public record Findings(YamlProblems problems, YamlProblems checks, Predicate<String> open) {}
