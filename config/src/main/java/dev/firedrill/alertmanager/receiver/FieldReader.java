package dev.firedrill.alertmanager.receiver;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlValues;
import java.util.List;

/// Reads declared fields and reports what does not fit, in the order and words of Alertmanager.
public final class FieldReader {
  private static final String CHECK = "receiver/invalid";

  private final Findings findings;
  private final YamlValues values;

  /// A reader that reports to some place.
  public FieldReader(Findings findings) {
    this.findings = findings;
    this.values = new YamlValues(findings.problems());
  }

  /// Reads an integration by itself.
  public void read(IntegrationType type, YamlNode node) {
    read(node, type.goType(), type.fields(), type.rules());
  }

  /// Reads an object with declared fields.
  ///
  /// @param goType the object as Go's messages name it
  public void read(YamlNode node, String goType, List<Field> declared, Rules rules) {
    int before = findings.problems().all().size();
    YamlFields fields = YamlFields.of(node, goType, findings.problems());
    List<Entry> entries = fields.rest();
    declared.forEach(field -> fields.allow(field.name()));
    for (Entry entry : entries) {
      for (Field field : declared) {
        if (field.name().equals(entry.name()) && !YamlValues.isNull(entry.value())) {
          read(field, entry.value());
        }
      }
    }
    fields.finish();
    // What cannot be read is not looked at any further.
    if (findings.problems().all().size() == before) {
      rules.check(new Settings(node, findings.problems()));
    }
  }

  private void read(Field field, YamlNode node) {
    if (node instanceof ScalarNode scalar && findings.open().test(scalar.text())) {
      return;
    }
    switch (field.kind()) {
      case TEXT -> values.text(node);
      case FLAG -> values.bool(node);
      case NUMBER -> number(node);
      case DURATION -> duration(node);
      case URL -> url(node, field.secret());
      case TEMPLATE_URL -> templateUrl(node);
      case HOST_PORT -> hostPort(node);
      case TEXTS -> values.items(node).forEach(values::text);
      case TEXT_MAP -> values.map(node, (name, text) -> name);
      case OBJECT -> read(node, field.type(), field.fields(), field.rules());
      case OBJECTS -> objects(field, node);
      case ANY -> {}
    }
  }

  private void objects(Field field, YamlNode node) {
    if (!(node instanceof SequenceNode list)) {
      values.wrongType(node, "[]" + field.type(), "a list");
      return;
    }
    for (YamlNode item : list.items()) {
      if (!YamlValues.isNull(item)) {
        read(item, field.type(), field.fields(), field.rules());
      }
    }
  }

  private void number(YamlNode node) {
    boolean whole =
        node instanceof ScalarNode scalar
            && (scalar.kind() == ScalarKind.INT || scalar.kind() == ScalarKind.FLOAT);
    if (!whole) {
      values.wrongType(node, "int64", "a whole number");
    }
  }

  private void duration(YamlNode node) {
    values.scalar(node, PrometheusDuration::parseMillis);
  }

  private void url(YamlNode node, boolean secret) {
    if (values.text(node) == null || !(node instanceof ScalarNode scalar)) {
      return;
    }
    if (secret && scalar.text().equals(UrlForm.MASKED)) {
      return;
    }
    reject(UrlForm.problem(scalar.text()), node);
  }

  private void templateUrl(YamlNode node) {
    if (values.text(node) == null || !(node instanceof ScalarNode scalar)) {
      return;
    }
    String text = scalar.text();
    if (!text.isEmpty() && !text.equals(UrlForm.MASKED) && !text.contains("{{")) {
      reject(UrlForm.problem(text), node);
    }
  }

  private void hostPort(YamlNode node) {
    if (values.text(node) != null && node instanceof ScalarNode scalar) {
      reject(UrlForm.hostPortProblem(scalar.text()), node);
    }
  }

  private void reject(String message, YamlNode node) {
    if (!message.isEmpty()) {
      findings.problems().value(Diagnostic.error(CHECK, message, node.written()), message);
    }
  }
}
