package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.variable.Placeholder;
import java.util.regex.Pattern;

/// Secrets in a repository are secrets no more.
@AutoService(Check.class)
public final class PlaintextSecret implements RoutingCheck {
  // Addresses whose path is the key.
  private static final Pattern SECRET_URL =
      Pattern.compile(
          "(?i)https?://(hooks\\.slack\\.com/(services|workflows)/"
              + "|(canary\\.|ptb\\.)?discord(app)?\\.com/api/webhooks/"
              + "|[^/]*\\.webhook\\.office\\.com/|[^/]*\\.logic\\.azure\\.com[:/]"
              + "|api\\.telegram\\.org/bot|[^/@]+:[^/@]+@).*");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "receiver/plaintext-secret", Severity.ERROR, "secret of a receiver in clear text");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (WrittenField field : WrittenField.of(routing.config())) {
      if (isSecret(field)) {
        findings.add(
            findings
                .at(
                    field.value().location(),
                    "`" + field.field().name() + "` is a secret in clear text")
                .withHelp(
                    "put it into a file that Alertmanager reads: "
                        + field.field().name()
                        + "_file"));
      }
    }
  }

  private static boolean isSecret(WrittenField field) {
    String text = field.text().strip();
    if (text.isEmpty()
        || PlaceholderText.isVariable(text)
        || PlaceholderText.isUnfilled(text)
        || text.equals("<secret>")
        || text.startsWith("{{")
        || isFilledIn(field)) {
      return false;
    }
    return isAddress(field.field())
        ? SECRET_URL.matcher(text).matches()
        : field.field().secret() || SECRET_URL.matcher(text).matches();
  }

  // By what `--env-file` says; the file itself has a placeholder.
  private static boolean isFilledIn(WrittenField field) {
    Location place = field.value().location();
    Span span = place.span();
    return Placeholder.isIn(place.file().text().substring(span.start(), span.end()));
  }

  // Addresses are kept secret by Alertmanager, but most have nothing in them that is.
  private static boolean isAddress(Field field) {
    return field.kind() == Field.Kind.URL
        || field.kind() == Field.Kind.TEMPLATE_URL
        || field.name().endsWith("url");
  }
}
