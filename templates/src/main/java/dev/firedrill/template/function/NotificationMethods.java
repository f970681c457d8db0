package dev.firedrill.template.function;

import dev.firedrill.template.value.GoText;
import dev.firedrill.template.value.LabelPairs;
import dev.firedrill.template.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The methods of the types that Alertmanager hands to templates.
final class NotificationMethods {
  private static final String ALERTS = "template.Alerts";

  private NotificationMethods() {}

  static @Nullable TemplateFunction ofLabels(Value.Mapping labels, String name) {
    return switch (name) {
      case "SortedPairs" -> constant(name, LabelPairs.sorted(labels));
      case "Names" -> constant(name, LabelPairs.column(LabelPairs.sorted(labels), "Name"));
      case "Values" -> constant(name, LabelPairs.column(LabelPairs.sorted(labels), "Value"));
      case "Remove" ->
          TemplateFunction.of(name, (e, a) -> without(labels, a.getFirst()), "[]string");
      case "String" -> text(labels);
      default -> null;
    };
  }

  private static Value without(Value.Mapping labels, Value names) {
    return names instanceof Value.Sequence sequence ? LabelPairs.without(labels, sequence) : labels;
  }

  static @Nullable TemplateFunction ofSequence(Value.Sequence sequence, String name) {
    return switch (sequence.type()) {
      case LabelPairs.PAIRS -> ofPairs(sequence, name);
      case ALERTS -> ofAlerts(sequence, name);
      default -> null;
    };
  }

  private static @Nullable TemplateFunction ofPairs(Value.Sequence pairs, String name) {
    return switch (name) {
      case "Names" -> constant(name, LabelPairs.column(pairs, "Name"));
      case "Values" -> constant(name, LabelPairs.column(pairs, "Value"));
      case "String" -> text(pairs);
      default -> null;
    };
  }

  private static @Nullable TemplateFunction ofAlerts(Value.Sequence alerts, String name) {
    return switch (name) {
      case "Firing" -> constant(name, withStatus(alerts, "firing"));
      case "Resolved" -> constant(name, withStatus(alerts, "resolved"));
      default -> null;
    };
  }

  private static Value withStatus(Value.Sequence alerts, String status) {
    List<Value> chosen = new ArrayList<>();
    Value wanted = Value.of(status);
    for (Value alert : alerts.elements()) {
      if (alert instanceof Value.Struct struct && wanted.equals(struct.fields().get("Status"))) {
        chosen.add(alert);
      }
    }
    return new Value.Sequence(chosen, "[]template.Alert", false);
  }

  private static TemplateFunction text(Value value) {
    String text = GoText.of(value);
    return constant("String", Value.of(text == null ? "" : text));
  }

  private static TemplateFunction constant(String name, Value value) {
    return TemplateFunction.of(name, (e, a) -> value);
  }
}
