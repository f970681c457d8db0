package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.edit.RouteFixes;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.Map;

/// `matchers` says all that the older forms say, in one way.
@AutoService(Check.class)
public final class DeprecatedMatch implements RoutingCheck {
  private static final Map<String, String> INSTEAD =
      Map.of(
          "match", "matchers",
          "match_re", "matchers",
          "source_match", "source_matchers",
          "source_match_re", "source_matchers",
          "target_match", "target_matchers",
          "target_match_re", "target_matchers");
  private static final CheckInfo INFO =
      CheckInfo.of("route/deprecated-match", Severity.INFO, "match and match_re, for matchers");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    SourceFile source = routing.config().source();
    Map<Integer, Fix> fixes = RouteFixes.of(source);
    Yaml.read(source, YamlDialect.GO_V2)
        .first()
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .ifPresent(
            root -> {
              root.get("route").ifPresent(route -> look(route, fixes, findings));
              root.get("inhibit_rules").ifPresent(rules -> look(rules, fixes, findings));
            });
  }

  private static void look(YamlNode node, Map<Integer, Fix> fixes, Findings findings) {
    switch (node) {
      case SequenceNode list -> list.items().forEach(item -> look(item, fixes, findings));
      case MappingNode mapping -> {
        for (YamlNode.Entry entry : mapping.entries()) {
          String instead = INSTEAD.get(entry.name());
          if (instead != null) {
            Diagnostic finding =
                findings
                    .at(entry.key().location(), "`" + entry.name() + "` is deprecated")
                    .withHelp("write `" + instead + "`; `firedrill routes format` does");
            Fix fix = fixes.get(entry.key().written().span().start());
            findings.add(fix == null ? finding : finding.withFix(fix));
          } else if (entry.name().equals("routes")) {
            look(entry.value(), fixes, findings);
          }
        }
      }
      case YamlNode.ScalarNode _ -> {}
    }
  }
}
