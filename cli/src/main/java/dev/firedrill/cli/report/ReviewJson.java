package dev.firedrill.cli.report;

import dev.firedrill.cli.change.Review;
import dev.firedrill.cli.change.ReviewTests;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.rules.compare.GroupedRule;
import java.io.IOException;
import java.util.stream.Stream;

/// A review as JSON: times in RFC 3339, durations in seconds.
///
/// @param version Firedrill's
public record ReviewJson(Review review, String version) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object().name("version").value(version);
    json.name("old").value(review.before()).name("new").value(review.after());
    summary(json);
    json.name("findings");
    new FindingsJson(review.findings().masking()).findings(json, review.findings().findings());
    json.name("behaviour").array();
    for (RulesDifference difference : review.differences()) {
      RulesDifferenceJson members = new RulesDifferenceJson(json, difference);
      for (BehaviourChange change : difference.behaviour()) {
        members.behaviour(change);
      }
    }
    json.end().name("receivers").array();
    review.receivers().forEach(change -> RouteDiffJson.change(json, change));
    json.end().name("untested").array();
    for (GroupedRule rule : review.untested()) {
      json.object();
      RulesDifferenceJson.name(json, rule);
      json.end();
    }
    json.end();
    tests(json);
    json.name("stacks").array();
    review.stacks().forEach(stack -> stack(json, stack));
    json.end();
    RouteJson.strings(json.name("remarks"), review.findings().remarks());
    json.end();
    out.append(text).append('\n');
  }

  private void summary(Json json) {
    json.name("summary").object();
    for (Severity severity : Severity.values()) {
      long count =
          review.findings().findings().stream().filter(each -> each.severity() == severity).count();
      json.name(severity.word()).value(count);
    }
    json.name("rules").value(review.changedRules());
    json.name("behaviour").value(review.behaviour().size());
    json.name("receivers").value(review.receivers().size());
    json.name("untested").value(review.untested().size());
    json.name("tests").value(review.tests().count());
    json.name("failed").value(review.tests().failed()).end();
  }

  private void tests(Json json) {
    ReviewTests tests = review.tests();
    json.name("tests").object();
    json.name("passed").value(tests.passed());
    json.name("unit").array();
    new UnitTestsJson(tests.unit()).tests(json);
    json.end().name("routes").array();
    new RouteTestsJson(tests.routes()).tests(json);
    json.end().name("findings");
    new FindingsJson(review.findings().masking())
        .findings(
            json,
            Stream.concat(
                    tests.unit().diagnostics().stream(), tests.routes().diagnostics().stream())
                .toList());
    json.end();
  }

  private static void stack(Json json, Review.StackReview stack) {
    json.object().name("name").value(stack.name());
    RulesDifference difference = stack.difference();
    if (difference == null) {
      RouteJson.strings(json.name("remarks"), stack.remarks());
    } else {
      new RulesDifferenceJson(json, difference).details();
    }
    json.end();
  }
}
