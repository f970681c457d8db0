package dev.firedrill.cli.report;

import dev.firedrill.cli.change.Review;
import dev.firedrill.cli.change.ReviewTests;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.cli.routing.RouteChange;
import java.util.ArrayList;
import java.util.List;

/// What a review comes to, in one line.
final class ReviewWords {
  private ReviewWords() {}

  static String summary(Review review) {
    List<String> words = new ArrayList<>();
    int findings = review.findings().findings().size();
    words.add(findings == 0 ? "no new findings" : Counted.of(findings, "new finding"));
    int rules = review.changedRules();
    boolean compared =
        review.stacks().stream()
            .allMatch(stack -> stack.difference() != null || stack.remarks().isEmpty());
    if (rules > 0 || compared) {
      words.add(rules == 0 ? "no rule changed" : Counted.of(rules, "rule") + " changed");
    }
    words.addAll(compared ? List.of() : List.of("not all rules compared"));
    if (review.replayed()) {
      int otherwise =
          review.differences().stream().mapToInt(RulesDifference::firingOtherwise).sum();
      int relabelled = review.differences().stream().mapToInt(RulesDifference::relabelled).sum();
      words.add(RulesDiffMarkdown.fires(otherwise, relabelled));
    }
    long routed = review.receivers().stream().map(RouteChange::rule).distinct().count();
    if (routed > 0) {
      words.add(Counted.of(routed, "alert") + " to other receivers");
    }
    long regrouped = review.regrouped();
    if (regrouped > 0) {
      words.add(Counted.of(regrouped, "alert") + " in other groups or at other times");
    }
    long untold =
        review.differences().stream()
            .flatMap(each -> each.told().stream())
            .filter(each -> each.after() == 0)
            .count();
    if (untold > 0) {
      words.add(Counted.of(untold, "alert") + " told to nobody any more");
    }
    long worded = review.differences().stream().mapToLong(RulesDifference::reworded).sum();
    if (worded > 0) {
      words.add(Counted.of(worded, "alert") + " told in other words");
    }
    if (!review.untested().isEmpty()) {
      words.add(review.untested().size() + " without tests");
    }
    words.add(tests(review.tests()));
    return String.join(", ", words);
  }

  /// {@return how tests went, in a few words}
  static String tests(ReviewTests tests) {
    if (tests.none()) {
      return "no tests";
    }
    if (tests.failed() > 0) {
      return tests.failed() + " of " + Counted.of(tests.count(), "test") + " failed";
    }
    return tests.passed() ? Counted.of(tests.count(), "test") + " passed" : "tests cannot be run";
  }
}
