package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.rules.LabelText;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a receiver: its name, labels and which integrations it has.
final class ReceiverReader {
  private static final String CHECK = "receiver/invalid";

  /// Alertmanager's names of the kinds of integrations; each has a list `NAME_configs`.
  static final List<String> KINDS =
      List.of(
          "discord",
          "email",
          "incidentio",
          "pagerduty",
          "slack",
          "webhook",
          "opsgenie",
          "wechat",
          "pushover",
          "victorops",
          "sns",
          "telegram",
          "webex",
          "msteams",
          "msteamsv2",
          "jira",
          "rocketchat",
          "mattermost");

  private ReceiverReader() {}

  static Receiver read(YamlNode node, ReadingContext context) {
    YamlFields fields = YamlFields.of(node, "config.plain", context.problems());
    SourceText name = fields.text("name");
    List<LabelText> labels = fields.map("labels", LabelText::new);
    List<Integration> integrations = new ArrayList<>();
    for (String kind : KINDS) {
      List<YamlNode> items =
          context.list(fields, kind + "_configs", "[]*config." + kind + "Config", item -> item);
      for (int i = 0; i < items.size(); i++) {
        integrations.add(new Integration(kind, i, items.get(i)));
      }
    }
    fields.finish();
    Located<String> located = name(name, fields.location(), context);
    checkNameLabel(labels, located.value(), context);
    integrations.sort((a, b) -> Integer.compare(start(a), start(b)));
    return new Receiver(located, labels, integrations, fields.location());
  }

  private static Located<String> name(
      @Nullable SourceText name, Location whole, ReadingContext context) {
    if (name == null || name.text().isEmpty()) {
      context.problems().value(CHECK, "missing name in receiver", whole);
      return new Located<>("", whole);
    }
    return new Located<>(name.text(), name.location());
  }

  private static void checkNameLabel(List<LabelText> labels, String name, ReadingContext context) {
    for (LabelText label : labels) {
      if (label.name().value().equals("name") && !label.value().text().equals(name)) {
        context
            .problems()
            .value(
                CHECK,
                "receiver label \"name\" must match receiver name "
                    + GoQuote.quote(name)
                    + ", got "
                    + GoQuote.quote(label.value().text()),
                label.value().location());
      }
    }
  }

  private static int start(Integration integration) {
    return integration.node().written().span().start();
  }
}
