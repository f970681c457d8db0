package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.alertmanager.receiver.IntegrationType;
import dev.firedrill.alertmanager.receiver.IntegrationTypes;
import dev.firedrill.template.Dialect;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.TemplateSet;
import dev.firedrill.template.Templates;
import dev.firedrill.template.notification.NotificationTemplates;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntegrationTypesTest {
  @Test
  void thereAreEighteenAndTheirNamesAreTheirOwn() {
    assertThat(IntegrationTypes.ALL)
        .extracting(IntegrationType::name)
        .hasSize(18)
        .doesNotHaveDuplicates();
    assertThat(IntegrationTypes.of("slack").orElseThrow().key()).isEqualTo("slack_configs");
    assertThat(IntegrationTypes.of("pigeon")).isEmpty();
  }

  @Test
  void fieldsAreDeclaredOnceAndTellOfResolvedAlerts() {
    for (IntegrationType type : IntegrationTypes.ALL) {
      assertThat(type.fields())
          .as(type.name())
          .extracting(Field::name)
          .doesNotHaveDuplicates()
          .contains("send_resolved");
    }
  }

  @Test
  void secretsAreDeclaredAsSuch() {
    assertThat(secrets("slack")).containsExactly("api_url", "app_token");
    assertThat(secrets("pagerduty")).containsExactly("service_key", "routing_key");
  }

  private static List<String> secrets(String name) {
    return IntegrationTypes.of(name).orElseThrow().fields().stream()
        .filter(Field::secret)
        .map(Field::name)
        .toList();
  }

  @Test
  void presetsAreTemplatesThatCallWhatIsThere() {
    TemplateSet builtIn = NotificationTemplates.builtIn().templates();
    for (IntegrationType type : IntegrationTypes.ALL) {
      for (Field field : type.fields()) {
        TemplateResult preset = Templates.parse("", field.preset(), Dialect.ALERTMANAGER);
        assertThat(preset).as(field.name()).isInstanceOf(TemplateResult.Parsed.class);
        if (field.preset().startsWith("{{ template \"")) {
          String called = field.preset().split("\"", -1)[1];
          assertThat(builtIn.tree(called)).as(called).isPresent();
        }
      }
    }
  }
}
