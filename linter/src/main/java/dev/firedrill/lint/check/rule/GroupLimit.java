package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.GroupCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.RuleGroup;

/// A rule whose labels run wild makes as many alerts or series as there are values.
@AutoService(Check.class)
public final class GroupLimit implements GroupCheck {
  private static final Parameter<Integer> MAX =
      new Parameter<>("max", 1000, "the largest `limit` that a group may have");
  private static final CheckInfo INFO =
      CheckInfo.off("group/limit", "`limit` of a group missing or too large", MAX);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleGroup group, Findings findings) {
    Located<Integer> limit = group.limit();
    int max = findings.get(MAX);
    // Zero is what Prometheus takes for no limit.
    if (limit == null || limit.value() == 0) {
      findings.add(
          findings
              .at(
                  limit == null ? group.name().location() : limit.location(),
                  "group `"
                      + group.name().value()
                      + "` has no `limit`: a label that runs wild makes alerts without end")
              .withHelp("add `limit: " + max + "`, or less"));
    } else if (limit.value() > max) {
      findings.add(
          findings
              .at(limit.location(), "a `limit` of " + limit.value() + " is more than " + max)
              .withHelp("lower it, or drop the label that needs so many"));
    }
  }
}
