package dev.firedrill.lint.check.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A type of contact point, as Grafana 12 knows it.
///
/// @param name as files write it
/// @param ways the settings that it needs: all of one of these lists
record IntegrationType(String name, List<List<String>> ways) {
  private static final List<IntegrationType> ALL =
      List.of(
          of("dingding", List.of("url")),
          of("discord", List.of("url")),
          of("email", List.of("addresses")),
          of("googlechat", List.of("url")),
          of("jira", List.of("api_url", "project", "issue_type", "api_token"))
              .or("api_url", "project", "issue_type", "user", "password"),
          of("kafka", List.of("kafkaRestProxy", "kafkaTopic")),
          of("line", List.of("token")),
          of("mqtt", List.of("brokerUrl", "topic")),
          of("oncall", List.of("url")),
          of("opsgenie", List.of("apiKey")),
          of("pagerduty", List.of("integrationKey")),
          of("prometheus-alertmanager", List.of("url")),
          of("pushover", List.of("apiToken", "userKey")),
          of("sensugo", List.of("url", "apikey")),
          of("slack", List.of("url")).or("token", "recipient"),
          of("sns", List.of("topic_arn")).or("target_arn").or("phone_number"),
          of("teams", List.of("url")),
          of("telegram", List.of("bottoken", "chatid")),
          of("threema", List.of("gateway_id", "recipient_id", "api_secret")),
          of("victorops", List.of("url")),
          of("webex", List.of("bot_token", "room_id")),
          of("webhook", List.of("url")),
          of("wecom", List.of("url")).or("secret", "corp_id", "agent_id"));

  private static IntegrationType of(String name, List<String> needed) {
    return new IntegrationType(name, List.of(needed));
  }

  private IntegrationType or(String... needed) {
    List<List<String>> more = new ArrayList<>(ways);
    more.add(List.of(needed));
    return new IntegrationType(name, more);
  }

  static Optional<IntegrationType> find(String name) {
    return ALL.stream().filter(type -> type.name.equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(IntegrationType::name).toList();
  }

  /// {@return what lacks of the way that lacks least; nothing where one is complete}
  ///
  /// @param given the settings that have a value
  List<String> missing(Set<String> given) {
    List<String> least = null;
    for (List<String> way : ways) {
      List<String> missing = new ArrayList<>(way);
      missing.removeAll(given);
      if (least == null || missing.size() < least.size()) {
        least = missing;
      }
    }
    return least == null ? List.of() : least;
  }

  /// {@return the settings that it needs, in words}
  String needs() {
    List<String> all = ways.stream().map(way -> quoted(way)).toList();
    return String.join(", or ", all);
  }

  /// {@return names as a sentence lists them}
  static String quoted(List<String> names) {
    List<String> quoted = names.stream().map(name -> "`" + name + "`").toList();
    int last = quoted.size() - 1;
    return last == 0
        ? quoted.getFirst()
        : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
  }
}
