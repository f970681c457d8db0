package dev.firedrill.lint.check.route;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.alertmanager.receiver.GlobalSettings;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value that a receiver or `global` writes for a field.
///
/// @param kind the integration, such as `slack`; `global` for what stands there
/// @param field what the value is for
/// @param around the mapping that the field stands in
/// @param value as written
record WrittenField(String kind, Field field, MappingNode around, ScalarNode value) {
  private static final String GLOBAL = "global";

  /// {@return all values of a configuration, in the order of the file}
  static List<WrittenField> of(AlertmanagerConfig config) {
    List<WrittenField> found = new ArrayList<>();
    @Nullable YamlNode global = config.global();
    if (global != null) {
      collect(GLOBAL, GlobalSettings.FIELDS, global, found);
    }
    for (Receiver receiver : config.receivers()) {
      for (Integration integration : receiver.integrations()) {
        IntegrationTypes.of(integration.kind())
            .ifPresent(
                type -> collect(integration.kind(), type.fields(), integration.node(), found));
      }
    }
    return found;
  }

  private static void collect(
      String kind, List<Field> fields, YamlNode node, List<WrittenField> found) {
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (Field field : fields) {
      YamlNode value = mapping.get(field.name()).orElse(null);
      switch (value) {
        case ScalarNode scalar -> found.add(new WrittenField(kind, field, mapping, scalar));
        case SequenceNode list ->
            list.items().forEach(item -> collectItem(kind, field, mapping, item, found));
        case MappingNode inner when field.fields().isEmpty() ->
            collectEntries(kind, field, inner, found);
        case MappingNode inner -> collect(kind, field.fields(), inner, found);
        case null -> {}
      }
    }
  }

  // A mapping whose keys are the user's own.
  private static void collectEntries(
      String kind, Field field, MappingNode mapping, List<WrittenField> found) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.value() instanceof ScalarNode scalar) {
        found.add(new WrittenField(kind, field, mapping, scalar));
      }
    }
  }

  private static void collectItem(
      String kind, Field field, MappingNode around, YamlNode item, List<WrittenField> found) {
    if (item instanceof ScalarNode scalar) {
      found.add(new WrittenField(kind, field, around, scalar));
    } else {
      collect(kind, field.fields(), item, found);
    }
  }

  /// {@return the text written}
  String text() {
    return value.text();
  }
}
