package dev.firedrill.replay;

import dev.firedrill.rules.Rule;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleFailure;
import java.util.Collection;

/// Looks on and tells another onlooker of all that it is told.
public abstract class AlertRelay implements AlertListener {
  private final AlertListener onlooker;

  /// @param onlooker is told of all, too
  protected AlertRelay(AlertListener onlooker) {
    this.onlooker = onlooker;
  }

  @Override
  public void evaluated(
      Rule.AlertingRule rule, long interval, long time, Collection<ActiveAlert> alerts) {
    onlooker.evaluated(rule, interval, time, alerts);
  }

  @Override
  public void failed(Rule.AlertingRule rule, RuleFailure failure, Collection<ActiveAlert> alerts) {
    onlooker.failed(rule, failure, alerts);
  }

  @Override
  public void scanned(long time) {
    onlooker.scanned(time);
  }

  @Override
  public void ahead(int number, int count, long time) {
    onlooker.ahead(number, count, time);
  }

  @Override
  public void sent(int number, int count) {
    onlooker.sent(number, count);
  }
}
