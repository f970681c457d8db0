package dev.firedrill.replay.noise;

import dev.firedrill.replay.AlertReplay;

/// An alert that fires all the time.
///
/// @param instances how many of its instances do
/// @param share the share of the evaluations at which the longest of them fires
/// @param unconditional whether the expression reads no series, as that of a dead man's switch
public record AlwaysFiring(AlertReplay alert, int instances, double share, boolean unconditional) {}
