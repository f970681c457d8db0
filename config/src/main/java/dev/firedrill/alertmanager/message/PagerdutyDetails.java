package dev.firedrill.alertmanager.message;

import dev.firedrill.alertmanager.receiver.TextLimit;
import dev.firedrill.template.function.JsonText;
import dev.firedrill.template.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Custom details of an event for PagerDuty, which Alertmanager takes away from events that are too
/// large for it.
final class PagerdutyDetails {
  private static final int LARGEST_EVENT = 512_000;
  private static final String DETAILS = "details.";

  private PagerdutyDetails() {}

  /// Puts what Alertmanager sends instead in place of details that are too large. Whatever else is
  /// in an event is counted as it is rendered, so that a few hundred bytes may be missed.
  static void fit(List<MessageField> fields) {
    int size = 0;
    int first = -1;
    for (int i = 0; i < fields.size(); i++) {
      MessageField field = fields.get(i);
      if (field.failed()) {
        return;
      }
      size += bytes(field.name()) + bytes(field.text());
      first = first < 0 && field.name().startsWith(DETAILS) ? i : first;
    }
    if (size <= LARGEST_EVENT || first < 0) {
      return;
    }
    fields.removeIf(field -> field.name().startsWith(DETAILS));
    String text =
        "Custom details have been removed because the original event exceeds the maximum size of"
            + " 512KB";
    fields.add(
        first, new MessageField(DETAILS + "error", text, false, TextLimit.bytes(LARGEST_EVENT)));
  }

  // As JSON, quotes included.
  private static int bytes(String text) {
    return JsonText.of(Value.of(text)).getBytes(StandardCharsets.UTF_8).length;
  }
}
