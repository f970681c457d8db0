package dev.firedrill.cli.change;

import dev.firedrill.labels.Labels;
import java.util.List;

/// What a receiver is told of an alert, in other words than before.
///
/// @param alert its name
/// @param labels of the instance
/// @param receiver the receiver's name
/// @param integration its kind, such as `slack`
/// @param fields what reads otherwise
public record ChangedMessage(
    String alert, Labels labels, String receiver, String integration, List<Field> fields) {
  public ChangedMessage {
    fields = List.copyOf(fields);
  }

  /// A field of the message, without secrets.
  ///
  /// @param name where it stands in the integration, such as `title`
  /// @param before empty where it was not sent
  /// @param after empty where it is not sent
  public record Field(String name, String before, String after) {}
}
