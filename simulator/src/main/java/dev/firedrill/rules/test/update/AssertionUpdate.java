package dev.firedrill.rules.test.update;

import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.Observation.FiringAlert;
import dev.firedrill.rules.test.Observation.ResultSample;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.edit.EditRefused;
import dev.firedrill.yaml.edit.Nodes;
import dev.firedrill.yaml.edit.YamlEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Writes into one assertion what was there when it failed.
///
/// @param place of the assertion in the file
/// @param written what its items stand for, in the order of the file
record AssertionUpdate(
    YamlEditor editor, AssertionPlace place, List<Observation> written, TestFailure failure) {
  private static final String LABELS = "exp_labels";
  private static final String ANNOTATIONS = "exp_annotations";

  /// Changes the file.
  ///
  /// @throws EditRefused where it cannot be done safely; the editor is then of no more use
  void run() throws EditRefused {
    checkValues();
    MappingNode assertion = place.find(editor.root());
    YamlNode items = value(assertion, place.itemsKey());
    if (Nodes.isShared(editor.root(), (items == null ? assertion : items).written().span())
        || (items == null && assertion.has(place.itemsKey()))) {
      throw new EditRefused("an alias stands in it or for a part of it", assertion.written());
    }
    ItemPairs pairs = ItemPairs.pair(written, failure.got());
    List<Integer> removed = new ArrayList<>(pairs.removed());
    List<Observation> added = new ArrayList<>();
    for (Map.Entry<Integer, Observation> changed : pairs.changed().entrySet()) {
      if (!changeInPlace(changed.getKey(), changed.getValue())) {
        removed.add(changed.getKey());
        added.add(changed.getValue());
      }
    }
    added.addAll(pairs.added());
    boolean braces = labelsInBraces();
    for (int item : removed.stream().sorted((a, b) -> b - a).toList()) {
      editor.removeItem(list(), item);
    }
    for (Observation each : added) {
      add(each, braces);
    }
    if (failure.got().isEmpty()) {
      editor.setNoItems(place.find(editor.root()), place.itemsKey());
    }
  }

  private void checkValues() throws EditRefused {
    for (Observation each : failure.got()) {
      if (each instanceof ResultSample sample && Double.isNaN(sample.value())) {
        throw new EditRefused("a value is NaN, which equals nothing", failure.location());
      }
    }
  }

  private void add(Observation added, boolean braces) throws EditRefused {
    MappingNode assertion = place.find(editor.root());
    YamlNode items = value(assertion, place.itemsKey());
    if (items instanceof SequenceNode list && !list.items().isEmpty()) {
      boolean flow = editor.isFlow(list);
      editor.addItem(list, flow ? List.of(ItemText.braces(added)) : ItemText.lines(added, braces));
    } else {
      editor.setOnlyItem(
          assertion, place.itemsKey(), ItemText.lines(added, braces), ItemText.braces(added));
    }
  }

  private boolean changeInPlace(int index, Observation wanted) throws EditRefused {
    return switch (wanted) {
      case FiringAlert alert -> {
        FiringAlert before = (FiringAlert) written.get(index);
        SortedMap<String, String> labels = ItemText.labels(alert);
        SortedMap<String, String> labelsBefore = ItemText.labels(before);
        boolean possible =
            changeable(index, LABELS, labelsBefore, labels)
                && changeable(index, ANNOTATIONS, before.annotations(), alert.annotations());
        if (possible) {
          change(index, LABELS, labelsBefore, labels);
          change(index, ANNOTATIONS, before.annotations(), alert.annotations());
        }
        yield possible;
      }
      case ResultSample sample -> changeSample(index, sample);
    };
  }

  /// Whether a mapping can become another one without being made or dropped.
  private boolean changeable(
      int index, String key, Map<String, String> before, Map<String, String> after)
      throws EditRefused {
    if (before.equals(after)) {
      return true;
    }
    if (before.isEmpty() || after.isEmpty() || !(texts(index, key) instanceof MappingNode texts)) {
      return false;
    }
    for (Entry entry : texts.literal()) {
      boolean text = entry.value() instanceof ScalarNode scalar && !scalar.isNull();
      if (!text || entry.name().equals("<<")) {
        return false;
      }
    }
    return true;
  }

  private void change(int index, String key, Map<String, String> before, Map<String, String> after)
      throws EditRefused {
    if (before.equals(after)) {
      return;
    }
    for (Map.Entry<String, String> text : after.entrySet()) {
      MappingNode texts = mapping(index, key);
      YamlNode old = value(texts, text.getKey());
      if (old instanceof ScalarNode scalar) {
        if (!text.getValue().equals(before.get(text.getKey()))) {
          editor.setScalar(scalar, text.getValue(), editor.isFlow(texts));
        }
      } else {
        editor.addEntry(texts, text.getKey(), text.getValue());
      }
    }
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        editor.removeEntry(mapping(index, key), name);
      }
    }
  }

  private boolean changeSample(int index, ResultSample wanted) throws EditRefused {
    ResultSample before = (ResultSample) written.get(index);
    MappingNode item = item(index);
    if (item.literal().isEmpty()
        || item.has("histogram")
        || before.histogram() != null
        || wanted.histogram() != null) {
      return false;
    }
    if (!before.labels().equals(wanted.labels())) {
      String series = ItemText.series(wanted.labels());
      if (value(item, "labels") instanceof ScalarNode labels && !labels.isNull()) {
        editor.setScalar(labels, series, editor.isFlow(item));
      } else if (item.has("labels")) {
        return false;
      } else {
        editor.addEntry(item, "labels", series);
      }
    }
    if (Double.compare(before.value(), wanted.value()) != 0) {
      String number = ItemText.number(wanted.value());
      MappingNode fresh = item(index);
      if (value(fresh, "value") instanceof ScalarNode value && !value.isNull()) {
        editor.setPlain(value, number);
      } else if (fresh.has("value")) {
        return false;
      } else {
        editor.addEntry(fresh, List.of("value: " + number));
      }
    }
    return true;
  }

  private boolean labelsInBraces() throws EditRefused {
    YamlNode items = value(place.find(editor.root()), place.itemsKey());
    if (items instanceof SequenceNode list) {
      for (YamlNode item : list.items()) {
        if (item instanceof MappingNode mapping
            && value(mapping, LABELS) instanceof MappingNode labels) {
          return editor.isFlow(labels);
        }
      }
    }
    return false;
  }

  private SequenceNode list() throws EditRefused {
    MappingNode assertion = place.find(editor.root());
    if (value(assertion, place.itemsKey()) instanceof SequenceNode list) {
      return list;
    }
    throw new EditRefused("expected a list", assertion.written());
  }

  private MappingNode item(int index) throws EditRefused {
    SequenceNode list = list();
    if (list.items().get(index) instanceof MappingNode item) {
      return item;
    }
    throw new EditRefused("expected a mapping", list.items().get(index).written());
  }

  private MappingNode mapping(int index, String key) throws EditRefused {
    if (texts(index, key) instanceof MappingNode mapping) {
      return mapping;
    }
    throw new EditRefused("expected '" + key + "'", item(index).written());
  }

  private @Nullable YamlNode texts(int index, String key) throws EditRefused {
    return value(item(index), key);
  }

  /// The value of a key as written, not that of a merged mapping.
  private static @Nullable YamlNode value(MappingNode mapping, String key) {
    for (Entry entry : mapping.literal()) {
      if (entry.name().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }
}
