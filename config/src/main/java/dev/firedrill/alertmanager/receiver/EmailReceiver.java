package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.yaml.YamlNode.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Mail.
final class EmailReceiver {
  static final IntegrationType TYPE =
      IntegrationType.of(
              "email",
              false,
              Field.template("to").asRequired(),
              Field.template("from"),
              Field.text("hello"),
              Field.of("smarthost", Kind.HOST_PORT),
              Field.text("auth_username"),
              Field.secret("auth_password"),
              Field.text("auth_password_file"),
              Field.secret("auth_secret"),
              Field.text("auth_secret_file"),
              Field.text("auth_identity"),
              Field.of("headers", Kind.TEXT_MAP)
                  .asTemplate()
                  .withPresets("Subject", "{{ template \"email.default.subject\" . }}"),
              Field.defaulted("html", "email.default.html"),
              Field.template("text"),
              Field.flag("require_tls"),
              Field.flag("force_implicit_tls"),
              HttpConfig.tls("tls_config"),
              Field.object(
                  "threading",
                  "config.plain",
                  List.of(Field.flag("enabled"), Field.text("thread_by_date")),
                  Rules.NONE))
          .demanding(EmailReceiver::check)
          .completing(EmailReceiver::complete);

  private EmailReceiver() {}

  private static void check(Settings email) {
    if (!email.has("to")) {
      email.reject("missing to address in email config", "to");
      return;
    }
    Set<String> headers = new HashSet<>();
    for (Entry entry : email.entries("headers")) {
      String name = canonical(entry.name());
      if (!headers.add(name)) {
        email.reject("duplicate header " + GoQuote.quote(name) + " in email config", "headers");
        return;
      }
    }
    email.object("threading").ifPresent(threading -> check(email, threading, headers));
  }

  private static void check(Settings email, Settings threading, Set<String> headers) {
    String by = threading.text("thread_by_date");
    if (!by.isEmpty() && !by.equals("none") && !by.equals("daily")) {
      threading.reject(
          "threading.thread_by_date must be either 'none' or 'daily'", "thread_by_date");
    } else if (threading.isTrue("enabled")
        && (headers.contains("References") || headers.contains("In-Reply-To"))) {
      email.reject(
          "threading cannot be enabled when References or In-Reply-To headers are set", "headers");
    }
  }

  /// {@return the name of a header as Go writes it}
  private static String canonical(String name) {
    StringBuilder out = new StringBuilder();
    boolean starts = true;
    for (int i = 0; i < name.length(); i++) {
      String c = name.substring(i, i + 1);
      out.append(starts ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT));
      starts = c.equals("-");
    }
    return out.toString();
  }

  private static void complete(Settings email, Settings global) {
    if (!email.has("smarthost") && !global.has("smtp_smarthost")) {
      email.reject("no global SMTP smarthost set", "smarthost");
    } else if (!email.has("from") && !global.has("smtp_from")) {
      email.reject("no global SMTP from set", "from");
    }
  }
}
