package dev.firedrill.lint.check.route;

import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Span;
import java.util.List;

/// Where findings about inhibition rules point, and what such rules match.
final class InhibitPlaces {
  private InhibitPlaces() {}

  /// {@return the first matcher of the source, else the start of the rule}
  static Location of(InhibitRule rule) {
    if (!rule.source().isEmpty()) {
      return rule.source().getFirst().location();
    }
    int at = rule.location().span().start();
    return new Location(rule.location().file(), new Span(at, at + 1));
  }

  /// {@return the matchers themselves}
  static List<Matcher> matchers(List<Located<Matcher>> written) {
    return written.stream().map(Located::value).toList();
  }
}
