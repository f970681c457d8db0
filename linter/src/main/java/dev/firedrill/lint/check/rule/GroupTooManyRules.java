package dev.firedrill.lint.check.rule;

import com.google.auto.service.AutoService;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.GroupCheck;
import dev.firedrill.lint.Parameter;
import dev.firedrill.rules.RuleGroup;

/// The rules of a group run one after the other, within one interval.
@AutoService(Check.class)
public final class GroupTooManyRules implements GroupCheck {
  private static final Parameter<Integer> MAX =
      new Parameter<>("max", 50, "how many rules a group may have");
  private static final CheckInfo INFO =
      CheckInfo.off("group/too-many-rules", "more rules than allowed in one group", MAX);

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(RuleGroup group, Findings findings) {
    int max = findings.get(MAX);
    if (group.rules().size() > max) {
      findings.add(
          findings
              .at(
                  group.name().location(),
                  "group `"
                      + group.name().value()
                      + "` has "
                      + group.rules().size()
                      + " rules, more than "
                      + max)
              .withHelp("split it: groups are evaluated beside each other"));
    }
  }
}
