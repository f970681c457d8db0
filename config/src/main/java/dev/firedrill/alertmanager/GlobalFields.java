package dev.firedrill.alertmanager;

import dev.firedrill.alertmanager.receiver.FieldReader;
import dev.firedrill.alertmanager.receiver.GlobalSettings;
import dev.firedrill.alertmanager.receiver.Rules;
import dev.firedrill.alertmanager.receiver.Settings;
import dev.firedrill.yaml.YamlNode;

/// Checks the settings under `global`.
final class GlobalFields {
  private GlobalFields() {}

  static void check(YamlNode global, ReadingContext context) {
    new FieldReader(context.findings())
        .read(global, "config.plain", GlobalSettings.FIELDS, Rules.NONE);
    GlobalSettings.check(new Settings(global, context.checks()));
  }
}
