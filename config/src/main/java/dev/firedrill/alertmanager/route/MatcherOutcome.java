package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.Located;

/// How one matcher of a route took an alert.
///
/// @param value the alert's value of the label; empty where it lacks the label
public record MatcherOutcome(Located<Matcher> matcher, String value, boolean matched) {}
