package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.LabelMatcher;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the alerts of a name behave over a whole test: an item of `expect_alerts`.
///
/// It speaks of the instances of the alert that are pending or fire at some time in the test and
/// whose labels match. What it claims must be true of each of them, and unless it only says what
/// never happens there must be one.
///
/// @param labels which instances; labels not named here may be anything
/// @param annotations what the annotations must be whenever the alert is in a state that is
///     claimed; annotations not named here may be anything
/// @param count how many instances there must be; null for any number
/// @param location the whole item
public record AlertBehaviour(
    Located<String> alertname,
    List<LabelMatcher> labels,
    List<LabelMatcher> annotations,
    @Nullable Integer count,
    List<StateClaim> claims,
    Location location) {
  public AlertBehaviour {
    labels = List.copyOf(labels);
    annotations = List.copyOf(annotations);
    claims = List.copyOf(claims);
  }

  /// {@return whether there need not be any such alert}
  public boolean allowsNone() {
    Integer wanted = count();
    return wanted != null
        ? wanted == 0
        : claims.stream().allMatch(claim -> claim.when() == StateClaim.When.NEVER);
  }

  /// {@return the last time that is named}
  public Duration lastTime() {
    return claims.stream().map(StateClaim::lastTime).max(Duration::compareTo).orElse(Duration.ZERO);
  }
}
