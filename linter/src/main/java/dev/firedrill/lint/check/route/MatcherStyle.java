package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import java.util.ArrayList;
import java.util.List;

/// Matchers say what they mean in the plainest way.
@AutoService(Check.class)
public final class MatcherStyle implements RoutingCheck {
  private static final CheckInfo INFO =
      CheckInfo.of(
          "route/matcher-style",
          Severity.WARNING,
          "regex that is an equality, needless anchors, values read in two ways");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    List<Located<Matcher>> matchers = new ArrayList<>();
    for (Route route : routing.routes()) {
      matchers.addAll(route.matchers());
    }
    for (InhibitRule rule : routing.config().inhibitRules()) {
      matchers.addAll(rule.source());
      matchers.addAll(rule.target());
    }
    for (Located<Matcher> matcher : matchers) {
      look(matcher, findings);
    }
  }

  private static void look(Located<Matcher> written, Findings findings) {
    Matcher matcher = written.value();
    if (!matcher.operator().isRegex()) {
      return;
    }
    String regex = matcher.value();
    String sign = matcher.operator().isNegative() ? "!=" : "=";
    if (regex.startsWith("^") || (regex.endsWith("$") && !regex.endsWith("\\$"))) {
      findings.add(
          findings
              .at(written.location(), "the anchors are there anyway: all of the value must match")
              .withHelp("leave `^` and `$` out"));
    } else if (!regex.isEmpty() && regex.chars().allMatch(MatcherStyle::isLiteral)) {
      findings.add(
          findings
              .at(written.location(), "this regular expression is an equality")
              .withHelp("write " + matcher.name() + sign + '"' + regex + '"'));
    }
  }

  private static boolean isLiteral(int c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == ' ' || c == '/' || c == ':';
  }
}
