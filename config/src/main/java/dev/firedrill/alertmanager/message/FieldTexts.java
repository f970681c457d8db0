package dev.firedrill.alertmanager.message;

import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.alertmanager.receiver.TextLimit;
import dev.firedrill.template.run.RunResult;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects the texts of templated fields. What comes to nothing is left out.
final class FieldTexts {
  private static final String SECRET = "<secret>";

  private final Rendering rendering;
  private final List<MessageField> fields = new ArrayList<>();

  FieldTexts(Rendering rendering) {
    this.rendering = rendering;
  }

  /// What a template comes to.
  interface Rendering {
    RunResult render(String text, boolean html);
  }

  List<MessageField> fields() {
    return fields;
  }

  /// Adds a field of an integration.
  void add(Field field, Optional<YamlNode> written) {
    add("", field, written.filter(node -> !YamlValues.isNull(node)));
  }

  private void add(String prefix, Field field, Optional<YamlNode> written) {
    String name = prefix + field.name();
    if (field.secret()) {
      if (field.templated() && written.isPresent()) {
        fields.add(new MessageField(name, SECRET, false));
      }
      return;
    }
    switch (field.kind()) {
      case OBJECT -> written.ifPresent(node -> object(name + ".", field, node));
      case OBJECTS -> written.ifPresent(node -> objects(name, field, node));
      case TEXT, TEMPLATE_URL, URL, TEXTS, TEXT_MAP, ANY -> {
        if (field.templated()) {
          templated(name, field, written);
        }
      }
      case FLAG, NUMBER, DURATION, HOST_PORT -> {
        // Never a template.
      }
    }
  }

  private void object(String prefix, Field field, YamlNode node) {
    if (node instanceof MappingNode mapping) {
      field.fields().forEach(inner -> add(prefix, inner, mapping.get(inner.name())));
    }
  }

  private void objects(String name, Field field, YamlNode node) {
    if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        object(name + "[" + i + "].", field, list.items().get(i));
      }
    }
  }

  private void templated(String name, Field field, Optional<YamlNode> written) {
    for (Map.Entry<String, String> preset : field.presets().entrySet()) {
      if (written.isEmpty() || !has(written.get(), preset.getKey())) {
        render(name + "." + preset.getKey(), preset.getValue(), field);
      }
    }
    if (written.isPresent()) {
      any(name, written.get(), field);
    } else if (!field.preset().isEmpty()) {
      render(name, field.preset(), field);
    }
  }

  // Names of headers, which are what has presets, are compared without regard to case.
  private static boolean has(YamlNode node, String name) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.name().equalsIgnoreCase(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private void any(String name, YamlNode node, Field field) {
    switch (node) {
      case ScalarNode scalar -> render(name, scalar.text(), field);
      case SequenceNode list -> {
        for (int i = 0; i < list.items().size(); i++) {
          any(name + "[" + i + "]", list.items().get(i), field);
        }
      }
      case MappingNode mapping ->
          mapping.entries().forEach(entry -> any(name + "." + entry.name(), entry.value(), field));
    }
  }

  private void render(String name, String text, Field field) {
    switch (rendering.render(text, name.equals("html"))) {
      case RunResult.Completed completed -> {
        if (!completed.text().isEmpty()) {
          fields.add(cut(name, completed.text(), field.limit()));
        }
      }
      case RunResult.Failed failed -> fields.add(new MessageField(name, failed.message(), true));
    }
  }

  private static MessageField cut(String name, String text, @Nullable TextLimit limit) {
    String sent = limit == null ? text : limit.cut(text);
    return new MessageField(name, sent, false, sent.equals(text) ? null : limit);
  }
}
