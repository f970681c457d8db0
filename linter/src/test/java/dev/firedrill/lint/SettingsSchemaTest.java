package dev.firedrill.lint;

import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsSchemaTest {
  @Test
  void theDocumentedSchemaKnowsEachCheckAndItsParameters() {
    Golden.assertMatches(Path.of("docs/settings.schema.json"), SettingsSchema.of(Checks.all()));
  }
}
