package dev.firedrill.alertmanager;

import dev.firedrill.yaml.YamlNode;

/// One way to reach a receiver.
///
/// @param kind Alertmanager's name of it, such as `slack` or `pagerduty`
/// @param index its place among those of its kind in the receiver, from 0
/// @param node the item of the list as written
public record Integration(String kind, int index, YamlNode node) {}
