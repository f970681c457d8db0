package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.GroupBy;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.route.KnownLabels;
import dev.firedrill.alertmanager.route.LabelKnowledge;
import dev.firedrill.alertmanager.route.PossibleRoute;
import dev.firedrill.alertmanager.route.PossibleSending;
import dev.firedrill.alertmanager.route.PossibleWalk;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.prometheus.RelabelRule;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out where the alerts of rules go.
public final class RuleRouter {
  private final AlertmanagerConfig config;
  private final OutgoingLabels outgoing;

  /// A router.
  ///
  /// @param outgoing what the server makes of the labels of alerts
  public RuleRouter(AlertmanagerConfig config, OutgoingLabels outgoing) {
    this.config = config;
    this.outgoing = outgoing;
  }

  /// {@return where the alerts of all rules go, in the order of the files}
  ///
  /// @param given only alerts that can have these labels, and what becomes of them then
  public List<RuleRouting> route(List<RuleFile> files, Labels given) {
    RuleSet rules = new RuleSet(files);
    List<RuleRouting> routings = new ArrayList<>();
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          if (rule instanceof AlertingRule alert) {
            routing(alert, rules.sending(alert, outgoing), given).ifPresent(routings::add);
          }
        }
      }
    }
    return routings;
  }

  private static KnownLabels assuming(KnownLabels labels, Labels given) {
    KnownLabels known = labels;
    for (int i = 0; i < given.size(); i++) {
      known = known.assuming(Matcher.of(given.name(i), Operator.EQUAL, given.value(i)));
    }
    return known;
  }

  private Optional<RuleRouting> routing(AlertingRule rule, PossibleSending sending, Labels given) {
    KnownLabels labels = assuming(sending.labels(), given);
    if (!sending.sent()) {
      PossibleWalk nowhere = new PossibleWalk(labels, List.of(), Set.of());
      List<String> warnings = List.of("never sent: alert_relabel_configs drop it");
      return given.size() == 0
          ? Optional.of(new RuleRouting(rule, nowhere, false, warnings))
          : Optional.empty();
    }
    if (labels.impossible()) {
      return Optional.empty();
    }
    PossibleWalk walk = PossibleWalk.of(config.route(), labels);
    List<String> warnings = new ArrayList<>();
    sending.filters().forEach(filter -> warnings.add(filtered(filter)));
    warnings.addAll(warnings(walk));
    return Optional.of(new RuleRouting(rule, walk, true, warnings));
  }

  private static String filtered(RelabelRule filter) {
    return "sent only if the "
        + filter.action().word()
        + " of alert_relabel_configs at "
        + filter.location().file().path()
        + ":"
        + filter.location().start().line()
        + " lets it pass";
  }

  private List<String> warnings(PossibleWalk walk) {
    Set<String> warnings = new LinkedHashSet<>();
    for (PossibleRoute match : walk.matched()) {
      Route route = match.route();
      if (match.path().size() == 1 && match.sure() && !route.routes().isEmpty()) {
        warnings.add("no route is meant for it: the default receiver " + route.receiver());
      }
      config
          .receiver(route.receiver())
          .map(Receiver::integrations)
          .filter(List::isEmpty)
          .ifPresent(none -> warnings.add("nobody is told by receiver " + route.receiver()));
      GroupBy groupBy = route.settings().groupBy().value();
      for (String label : groupBy.labels()) {
        if (match.labels().of(label).equals(LabelKnowledge.missing())) {
          warnings.add("grouped by " + label + ", which it never has");
        }
      }
    }
    twice(walk).forEach(receiver -> warnings.add("told twice: " + receiver));
    return List.copyOf(warnings);
  }

  private static List<String> twice(PossibleWalk walk) {
    Set<String> seen = new LinkedHashSet<>();
    return walk.matched().stream()
        .filter(PossibleRoute::sure)
        .map(match -> match.route().receiver())
        .filter(receiver -> !seen.add(receiver))
        .distinct()
        .toList();
  }
}
