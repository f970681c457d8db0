package dev.firedrill.lint.check.route;

import com.google.auto.service.AutoService;
import dev.firedrill.alertmanager.receiver.Field;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.lint.Check;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Findings;
import dev.firedrill.lint.RoutingCheck;
import dev.firedrill.lint.routing.Routing;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is told goes over networks that others read, and keys with it.
@AutoService(Check.class)
public final class InsecureReceiver implements RoutingCheck {
  private static final Pattern PRIVATE =
      Pattern.compile(
          "localhost|127\\..*|\\[?::1]?|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*"
              + "|[^.]+|.*\\.(svc|local|internal|localhost|lan)|.*\\.svc\\..*");
  private static final CheckInfo INFO =
      CheckInfo.of(
          "receiver/insecure",
          Severity.WARNING,
          "notifications over http, or without checking certificates or TLS");

  @Override
  public CheckInfo info() {
    return INFO;
  }

  @Override
  public void check(Routing routing, Findings findings) {
    for (WrittenField field : WrittenField.of(routing.config())) {
      String problem = problem(field);
      if (problem != null) {
        findings.add(findings.at(field.value().location(), problem));
      }
    }
  }

  private static @Nullable String problem(WrittenField field) {
    String text = field.text().strip();
    return switch (field.field().name()) {
      case "insecure_skip_verify" ->
          isTrue(text) ? "whoever answers is believed: the certificate is not checked" : null;
      case "require_tls", "smtp_require_tls" ->
          isTrue(text) || isLocalMail(field)
              ? null
              : "mail and the password of the server may go in clear text";
      default -> isOpenHttp(field.field(), text) ? "`http` goes in clear text: use https" : null;
    };
  }

  private static boolean isTrue(String text) {
    return text.equals("true") || text.equals("yes") || text.equals("on");
  }

  private static boolean isLocalMail(WrittenField field) {
    for (String name : new String[] {"smarthost", "smtp_smarthost"}) {
      if (field.around().get(name).orElse(null) instanceof ScalarNode host) {
        return PRIVATE.matcher(host.text().replaceAll(":[0-9]*$", "")).matches();
      }
    }
    return false;
  }

  private static boolean isOpenHttp(Field field, String text) {
    boolean address =
        field.kind() == Field.Kind.URL
            || field.kind() == Field.Kind.TEMPLATE_URL
            || field.name().endsWith("url");
    if (!address || !text.startsWith("http://")) {
      return false;
    }
    @Nullable String host = host(text);
    return host != null && !PRIVATE.matcher(host).matches();
  }

  private static @Nullable String host(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
