package dev.firedrill.alertmanager;

import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.alertmanager.receiver.GlobalSettings;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.variable.Placeholder;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;

/// Hides the secrets of configurations: passwords, tokens, and URLs that hold one.
public final class ReceiverSecrets implements Masking {
  private final List<String> secrets = new ArrayList<>();
  private Masking unread = Masking.NONE;

  /// Hides nothing so far.
  public ReceiverSecrets() {}

  /// Hides the secrets of a configuration from now on.
  public void add(AlertmanagerConfig config) {
    YamlNode global = config.global();
    if (global != null) {
      collect(GlobalSettings.FIELDS, global);
    }
    for (Receiver receiver : config.receivers()) {
      for (Integration integration : receiver.integrations()) {
        IntegrationTypes.of(integration.kind())
            .ifPresent(type -> collect(type.fields(), integration.node()));
      }
    }
    // Of two that start alike the longer one first.
    secrets.sort((one, other) -> Integer.compare(other.length(), one.length()));
  }

  /// Hides, from now on, whatever looks like a secret: for configurations that cannot be read.
  public void addUnread() {
    unread = new SecretMasking();
  }

  private void collect(List<Field> fields, YamlNode node) {
    if (!(node instanceof MappingNode mapping)) {
      return;
    }
    for (Field field : fields) {
      YamlNode value = mapping.get(field.name()).orElse(null);
      switch (value) {
        case YamlNode secret when field.secret() -> addAll(secret);
        case SequenceNode list -> list.items().forEach(item -> collect(field.fields(), item));
        case MappingNode inner -> collect(field.fields(), inner);
        case null, default -> {}
      }
    }
  }

  // A secret that stands where it does not belong, such as in a list, is one still.
  private void addAll(YamlNode node) {
    switch (node) {
      case ScalarNode scalar -> add(scalar.text());
      case SequenceNode list -> list.items().forEach(this::addAll);
      case MappingNode mapping -> mapping.entries().forEach(entry -> addAll(entry.value()));
    }
  }

  // What is filled in later is no secret yet.
  private void add(String text) {
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank() && !Placeholder.isIn(line)) {
        secrets.add(line);
      }
    }
  }

  @Override
  public String mask(String line) {
    String masked = unread.mask(line);
    for (String secret : secrets) {
      if (masked.contains(secret)) {
        masked = masked.replace(secret, "*".repeat(secret.length()));
      }
    }
    return masked;
  }
}
