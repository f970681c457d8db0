package dev.firedrill.cli.change;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.alertmanager.route.MatchedRoute;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.cli.input.NotificationRun;
import dev.firedrill.labels.Labels;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.BehaviourChange.Former;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out what people are told in other words: what was sent first of each alert to each
/// receiver, as both versions say it. When it is sent and who gets it makes no difference here, so
/// that the words alone are compared.
final class ChangedMessages {
  private final AlertmanagerConfig config;
  private final OutgoingLabels outgoing;
  private final Wording then;
  private final Wording today;
  private final Map<Labels, Former> formers = new HashMap<>();
  private final Set<Notification> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<ChangedMessage> found = new ArrayList<>();

  private ChangedMessages(
      AlertmanagerConfig config, OutgoingLabels outgoing, Wording then, Wording today) {
    this.config = config;
    this.outgoing = outgoing;
    this.then = then;
    this.today = today;
  }

  /// {@return what is told otherwise of alerts that fire in both versions}
  ///
  /// @param run of the new version
  static List<ChangedMessage> between(
      ReplayComparison replay,
      NotificationRun run,
      RulesDiffRun.Side before,
      RulesDiffRun.Side after) {
    AlertmanagerConfig config = before.alertmanager();
    Wording then = before.wording();
    Wording today = after.wording();
    if (config == null || then == null || today == null) {
      return List.of();
    }
    ChangedMessages changed = new ChangedMessages(config, before.replay().outgoing(), then, today);
    Map<BehaviourChange, Set<Labels>> alerts = new LinkedHashMap<>();
    for (BehaviourChange alert : replay.alerts()) {
      Set<Labels> sent = new HashSet<>();
      alert
          .former()
          .forEach(
              (labels, former) ->
                  run.outgoing()
                      .of(labels)
                      .ifPresent(
                          each -> {
                            sent.add(each);
                            changed.formers.put(each, former);
                          }));
      boolean rewritten =
          !alert.relabelled().isEmpty()
              || alert.former().values().stream().anyMatch(each -> !each.rewritten().isEmpty());
      if (rewritten || !Wording.isSame(then, today)) {
        alerts.put(alert, sent);
      }
    }
    alerts.forEach((alert, sent) -> changed.look(alert, sent, run));
    return changed.found;
  }

  private void look(BehaviourChange alert, Set<Labels> sent, NotificationRun run) {
    Set<String> told = new HashSet<>();
    for (Notification each : sent.isEmpty() ? List.<Notification>of() : run.log().notifications()) {
      for (NotifiedAlert one : each.alerts()) {
        Integration integration = each.integration();
        if (one.isFiring()
            && sent.contains(one.labels())
            && told.add(each.receiver() + "\0" + integration.kind() + integration.index())
            && seen.add(each)) {
          compare(alert.name(), one.labels(), each);
        }
      }
    }
  }

  private void compare(String alert, Labels labels, Notification now) {
    Notification old = asItWas(labels, now).orElse(null);
    if (old == null) {
      return;
    }
    Map<String, String> before = texts(then, old);
    Map<String, String> after = texts(today, asItIs(now));
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    List<ChangedMessage.Field> fields = new ArrayList<>();
    for (String name : names) {
      String text = before.getOrDefault(name, "");
      String other = after.getOrDefault(name, "");
      if (!text.equals(other)) {
        fields.add(new ChangedMessage.Field(name, text, other));
      }
    }
    if (!fields.isEmpty()) {
      Labels told = labels.without(Labels.ALERT_NAME);
      found.add(new ChangedMessage(alert, told, now.receiver(), now.integration().kind(), fields));
    }
  }

  private static Map<String, String> texts(Wording wording, Notification notification) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (MessageField field : wording.messages().fields(notification)) {
      texts.put(field.name(), (field.failed() ? "error: " : "") + field.text());
    }
    return texts;
  }

  // Empty where the old version did not tell this receiver of the alert.
  private Optional<Notification> asItWas(Labels alert, Notification now) {
    Integration integration = integration(now);
    MatchedRoute group = group(now, formerly(alert));
    if (integration == null || group == null || isPlain(integration, now.integration())) {
      return Optional.empty();
    }
    List<NotifiedAlert> alerts = new ArrayList<>();
    for (NotifiedAlert each : now.alerts()) {
      alerts.add(
          new NotifiedAlert(
              formerly(each.labels()),
              annotations(each, formers.get(each.labels()), 0),
              each.startsAt(),
              each.endsAt()));
    }
    return Optional.of(
        new Notification(now.time(), group, integration, now.reason(), alerts, now.delivery()));
  }

  private Labels formerly(Labels alert) {
    Former former = formers.get(alert);
    return former == null ? alert : outgoing.of(former.labels()).orElse(alert);
  }

  // What programs get is no wording: labels and annotations as they are.
  private static boolean isPlain(Integration one, Integration other) {
    return Stream.of(one, other)
        .allMatch(
            each ->
                each.kind().equals("webhook")
                    && each.node() instanceof YamlNode.MappingNode node
                    && node.get("payload").isEmpty());
  }

  // With its annotations as they were expanded last, as those of the old version are.
  private Notification asItIs(Notification now) {
    List<NotifiedAlert> alerts = new ArrayList<>();
    for (NotifiedAlert each : now.alerts()) {
      Former former = formers.get(each.labels());
      alerts.add(
          new NotifiedAlert(
              each.labels(), annotations(each, former, 1), each.startsAt(), each.endsAt()));
    }
    return new Notification(
        now.time(), now.group(), now.integration(), now.reason(), alerts, now.delivery());
  }

  private static SortedMap<String, String> annotations(
      NotifiedAlert alert, @Nullable Former former, int version) {
    SortedMap<String, String> annotations = new TreeMap<>(alert.annotations());
    if (former != null) {
      former
          .rewritten()
          .forEach(
              (name, texts) -> {
                annotations.remove(name);
                if (!texts.get(version).isEmpty()) {
                  annotations.put(name, texts.get(version));
                }
              });
    }
    return annotations;
  }

  private @Nullable Integration integration(Notification now) {
    Receiver receiver = config.receiver(now.receiver()).orElse(null);
    if (receiver != null) {
      for (Integration each : receiver.integrations()) {
        if (each.kind().equals(now.integration().kind())
            && each.index() == now.integration().index()) {
          return each;
        }
      }
    }
    return null;
  }

  private @Nullable MatchedRoute group(Notification now, Labels labels) {
    for (MatchedRoute each : RouteWalk.of(config.route(), labels).matched()) {
      if (each.route().receiver().equals(now.receiver())) {
        return each;
      }
    }
    return null;
  }
}
