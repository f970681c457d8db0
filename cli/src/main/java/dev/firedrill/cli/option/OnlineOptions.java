package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.OnlineLint;
import dev.firedrill.client.AlertmanagerApi;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.WebPages;
import dev.firedrill.lint.Online;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `--prometheus` and what goes with it: checks that ask a server.
public final class OnlineOptions {
  private static final Duration PAGE_LIMIT = Duration.ofSeconds(10);

  private final Value prometheus;
  private final Value alertmanager;
  private final Flag required;
  private final HttpOptions http;

  /// Declares the options.
  public OnlineOptions(Options options) {
    prometheus = options.value("--prometheus", "URL", "ask this server, too: the online checks");
    alertmanager =
        options.value(
            "--alertmanager-url",
            "URL",
            "the Alertmanager whose routes the rules are held against");
    required = options.flag("--require-online", "exit with 2 if the server cannot be asked");
    http = HttpOptions.of(options);
    http.asks(this::asked);
    options.whenParsed(this::checkServer);
  }

  private boolean asked() {
    return prometheus.get().isPresent() || alertmanager.get().isPresent();
  }

  private void checkServer() {
    if (required.given() && !asked()) {
      throw new UsageException("--require-online needs a server: add --prometheus URL");
    }
  }

  /// {@return the checks that ask a server; empty where none is given}
  public Optional<OnlineLint> lint(Session session) throws IOException {
    if (!asked()) {
      return Optional.empty();
    }
    @Nullable PrometheusApi api =
        prometheus.get().isPresent()
            ? http.prometheus(session, prometheus.required(), "--prometheus")
            : null;
    @Nullable AlertmanagerApi routing =
        alertmanager.get().isPresent()
            ? http.alertmanager(session, alertmanager.required(), "--alertmanager-url")
            : null;
    RequestLimits limits = http.limits();
    Duration patience = limits.silence().compareTo(PAGE_LIMIT) < 0 ? limits.silence() : PAGE_LIMIT;
    Online online =
        new Online(api, routing, new WebPages(limits.withSilence(patience)), Instant.now());
    return Optional.of(new OnlineLint(session, online, required.given()));
  }
}
