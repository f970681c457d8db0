package dev.firedrill.alertmanager;

import dev.firedrill.alertmanager.receiver.FieldReader;
import dev.firedrill.alertmanager.receiver.IntegrationType;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.rules.LabelText;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a receiver: its name, labels and which integrations it has.
final class ReceiverReader {
  private static final String CHECK = "receiver/invalid";

  private ReceiverReader() {}

  static Receiver read(YamlNode node, ReadingContext context) {
    YamlFields fields = YamlFields.of(node, "config.plain", context.problems());
    SourceText name = fields.text("name");
    List<LabelText> labels = fields.map("labels", LabelText::new);
    List<Integration> integrations = new ArrayList<>();
    FieldReader reader = new FieldReader(context.findings());
    for (IntegrationType type : IntegrationTypes.ALL) {
      String goType = "[]*config." + type.name() + "Config";
      List<YamlNode> items = context.list(fields, type.key(), goType, item -> item);
      for (int i = 0; i < items.size(); i++) {
        integrations.add(new Integration(type.name(), i, items.get(i)));
      }
    }
    integrations.sort((a, b) -> Integer.compare(start(a), start(b)));
    integrations.forEach(integration -> check(integration, reader));
    fields.finish();
    Located<String> located = name(name, fields.location(), context);
    checkNameLabel(labels, located.value(), context);
    return new Receiver(located, labels, integrations, fields.location());
  }

  private static void check(Integration integration, FieldReader reader) {
    if (!YamlValues.isNull(integration.node())) {
      IntegrationTypes.of(integration.kind())
          .ifPresent(type -> reader.read(type, integration.node()));
    }
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
