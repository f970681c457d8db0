package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.receiver.Field.Kind;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page on receivers says what the declarations say; `-Dgolden=update` writes it.
class ReceiversPageTest {
  private static final String HTTP = "http_config";

  @Test
  void thePageSaysWhatTheDeclarationsSay() {
    StringBuilder page = new StringBuilder(HEAD);
    List<IntegrationType> types = new ArrayList<>(IntegrationTypes.ALL);
    types.sort(Comparator.comparing(IntegrationType::name));
    for (IntegrationType type : types) {
      page.append("- [`").append(type.key()).append("`](#").append(type.key()).append(")\n");
    }
    types.forEach(type -> section(type, page));
    page.append("\n## ").append(HTTP).append("\n\n");
    table(HttpConfig.FIELD.fields(), page);
    page.append("\n## global\n\n").append(GLOBAL);
    table(GlobalSettings.FIELDS, page);

    Golden.assertMatches(Path.of("docs/receivers.md"), page.toString());
  }

  private static void section(IntegrationType type, StringBuilder page) {
    page.append("\n## ").append(type.key()).append("\n\n");
    page.append("Tells of resolved alerts unless told otherwise: ");
    page.append(type.sendsResolved() ? "yes" : "no").append(".\n");
    String refusal = refusalOfNothing(type);
    if (!refusal.isEmpty()) {
      page.append("With nothing written, Alertmanager says: `").append(refusal).append("`.\n");
    }
    page.append('\n');
    table(type.fields(), page);
  }

  private static String refusalOfNothing(IntegrationType type) {
    String text =
        "route: {receiver: x}\nreceivers: [{name: x, " + type.key() + ": [{send_resolved: true}]}]";
    return AlertmanagerReader.read(SourceFile.of("a.yml", text), AlertmanagerOptions.STRICT)
        .refusal()
        .orElse("");
  }

  private static void table(List<Field> fields, StringBuilder page) {
    page.append("| field | kind | required | secret | template | default |\n");
    page.append("| --- | --- | --- | --- | --- | --- |\n");
    fields.forEach(field -> row("", field, page));
  }

  private static void row(String prefix, Field field, StringBuilder page) {
    String name = prefix + field.name();
    boolean http = field.name().equals(HTTP);
    page.append("| `").append(name).append("` | ");
    page.append(http ? "[object](#" + HTTP + ")" : kind(field.kind()));
    TextLimit limit = field.limit();
    page.append(limit == null ? "" : ", cut to " + limit.words());
    page.append(" | ").append(mark(field.required()));
    page.append(" | ").append(mark(field.secret()));
    page.append(" | ").append(mark(field.templated()));
    page.append(" | ").append(code(field.preset())).append(" |\n");
    field
        .presets()
        .forEach(
            (entry, text) ->
                page.append("| `" + name + "." + entry + "` | text |  |  | yes | ")
                    .append(code(text))
                    .append(" |\n"));
    String inner = name + (field.kind() == Kind.OBJECTS ? "[]." : ".");
    if (!http) {
      field.fields().forEach(each -> row(inner, each, page));
    }
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case FLAG -> "yes or no";
      case NUMBER -> "number";
      case DURATION -> "duration";
      case URL -> "URL";
      case TEMPLATE_URL -> "URL, or a template of one";
      case HOST_PORT -> "host:port";
      case TEXTS -> "list of texts";
      case TEXT_MAP -> "map of texts";
      case OBJECT -> "object";
      case OBJECTS -> "list of objects";
      case ANY -> "anything";
    };
  }

  private static String mark(boolean yes) {
    return yes ? "yes" : "";
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`` " + text.replace("|", "\\|") + " ``";
  }

  private static final String HEAD =
      """
      # Receivers

      The 18 integrations of Alertmanager 0.34 as [`routes check`](commands/routes-check.md) checks them, as
      [`routes explain --render`](commands/routes-explain.md) renders them, and whose secrets no output shows. Written from
      the declarations of the fields.

      """;

  private static final String GLOBAL =
      """
      What integrations fall back to. Fields that end in `_file` name a file that holds the secret.

      """;
}
