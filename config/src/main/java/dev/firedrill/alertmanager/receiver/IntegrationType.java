package dev.firedrill.alertmanager.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A kind of integration.
///
/// @param name Alertmanager's name of it; a receiver has them as a list under `NAME_configs`
/// @param goType the type as Go's messages name it
/// @param sendsResolved whether it tells of resolved alerts where nothing is said
/// @param fields all it may have
/// @param rules what is demanded of one by itself
/// @param completion what is demanded once `global` has stepped in
/// @param missing the message for an item of the list that is nothing; empty where such an item is
///     an integration with nothing but defaults
public record IntegrationType(
    String name,
    String goType,
    boolean sendsResolved,
    List<Field> fields,
    Rules rules,
    Completion completion,
    String missing) {
  public IntegrationType {
    fields = List.copyOf(fields);
  }

  /// {@return a type without demands, with the fields that all have}
  static IntegrationType of(String name, boolean sendsResolved, Field... fields) {
    List<Field> all = new ArrayList<>();
    all.add(Field.flag("send_resolved"));
    all.addAll(List.of(fields));
    return new IntegrationType(
        name,
        "config.plain",
        sendsResolved,
        all,
        Rules.NONE,
        Completion.NONE,
        "missing " + name + " config");
  }

  IntegrationType demanding(Rules demanded) {
    return new IntegrationType(name, goType, sendsResolved, fields, demanded, completion, missing);
  }

  IntegrationType completing(Completion demanded) {
    return new IntegrationType(name, goType, sendsResolved, fields, rules, demanded, missing);
  }

  /// {@return this, read by a type of Go that is named after it}
  IntegrationType inOwnPackage() {
    return new IntegrationType(
        name, name + ".plain", sendsResolved, fields, rules, completion, missing);
  }

  /// {@return this, of which an item may be nothing}
  IntegrationType maybeNothing() {
    return new IntegrationType(name, goType, sendsResolved, fields, rules, completion, "");
  }

  /// {@return the field of a name}
  public Optional<Field> field(String wanted) {
    return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
  }

  /// {@return the key of the list in a receiver}
  public String key() {
    return name + "_configs";
  }
}
