package dev.firedrill.alertmanager.message;

import dev.firedrill.alertmanager.receiver.TextLimit;
import org.jspecify.annotations.Nullable;

/// A field of a message.
///
/// @param name where it stands in the integration, such as `title` or `fields[0].value`
/// @param text what is sent; where it failed, why
/// @param failed whether its template failed, with which the integration sends nothing
/// @param truncated the limit at which Alertmanager cut the text; null where it did not
public record MessageField(
    String name, String text, boolean failed, @Nullable TextLimit truncated) {
  /// A field of which nothing is cut.
  public MessageField(String name, String text, boolean failed) {
    this(name, text, failed, null);
  }

  /// {@return the field with another text}
  public MessageField withText(String other) {
    return new MessageField(name, other, failed, truncated());
  }

  /// {@return the name, and that the text is cut}
  public String title() {
    TextLimit limit = truncated();
    return limit == null ? name : name + " (truncated to " + limit.words() + ")";
  }
}
