package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.HttpConfigFile;
import dev.firedrill.client.AlertmanagerApi;
import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.client.RequestLimits;
import dev.firedrill.client.ServerAddress;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// How servers are asked: `--http-config`, `--header`, `--timeout`, `--concurrency`.
public final class HttpOptions {
  private final Value config;
  private final Values headers;
  private final Value timeout;
  private final Value concurrency;
  private final List<BooleanSupplier> asking = new ArrayList<>();

  /// {@return the options of a command, declared where they were not yet}
  public static HttpOptions of(Options options) {
    return options.shared(HttpOptions.class, HttpOptions::new);
  }

  private HttpOptions(Options options) {
    config =
        options.value(
            "--http-config", "FILE", "how to ask the server, in Prometheus's http_config form");
    headers = options.values("--header", "'NAME: VALUE'", "a header for the server");
    timeout = options.value("--timeout", "DURATION", "how long a server may be silent (2m10s)");
    concurrency = options.value("--concurrency", "N", "requests to a server at a time (8)");
    options.whenParsed(this::check);
  }

  /// Says when some option names a server.
  ///
  /// @param named asked when the options have their values
  public void asks(BooleanSupplier named) {
    asking.add(named);
  }

  // What is wrong is told although no server may be asked; what has no effect is told, too.
  private void check() {
    String given = anyGiven();
    if (given.isEmpty()) {
      return;
    }
    limits();
    withHeaders(HttpSettings.DEFAULT);
    if (asking.stream().noneMatch(BooleanSupplier::getAsBoolean)) {
      throw new UsageException(given + ": is for servers, and none is named");
    }
  }

  private String anyGiven() {
    for (Value each : List.of(config, timeout, concurrency)) {
      if (each.get().isPresent()) {
        return each.name();
      }
    }
    return headers.get().isEmpty() ? "" : "--header";
  }

  /// {@return how requests are made}
  public HttpSettings settings(Session session) throws IOException {
    HttpSettings settings =
        config.get().isPresent()
            ? HttpConfigFile.read(session, config.required())
            : HttpSettings.DEFAULT;
    return withHeaders(settings);
  }

  private HttpSettings withHeaders(HttpSettings without) {
    HttpSettings settings = without;
    for (String header : headers.get()) {
      int colon = header.indexOf(':');
      String name = colon < 0 ? "" : header.substring(0, colon).strip();
      if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
        // The text may hold a secret, so it is not shown.
        throw new UsageException("--header: expected 'NAME: VALUE'");
      }
      settings = settings.withHeader(name, header.substring(colon + 1).strip());
    }
    return settings;
  }

  /// {@return how long and how much a server is asked}
  public RequestLimits limits() {
    RequestLimits limits = RequestLimits.DEFAULT;
    if (timeout.get().isPresent()) {
      limits = limits.withSilence(duration(timeout.required()));
    }
    return concurrency.get().isPresent()
        ? limits.withConcurrency(number(concurrency.required()))
        : limits;
  }

  /// {@return the API of a server}
  /// @param url as the user gave it
  /// @param name of the option that it was given by
  public PrometheusApi prometheus(Session session, String url, String name) throws IOException {
    HttpSettings settings = settings(session);
    ServerAddress address = address(url, name);
    try {
      return PrometheusApi.of(address, settings, limits());
    } catch (IllegalArgumentException e) {
      throw new UsageException("how to ask the server: " + e.getMessage());
    }
  }

  /// {@return the API of an Alertmanager}
  /// @param url as the user gave it
  /// @param name of the option that it was given by
  public AlertmanagerApi alertmanager(Session session, String url, String name) throws IOException {
    HttpSettings settings = settings(session);
    ServerAddress address = address(url, name);
    try {
      return AlertmanagerApi.of(address, settings, limits());
    } catch (IllegalArgumentException e) {
      throw new UsageException("how to ask the server: " + e.getMessage());
    }
  }

  /// {@return where a server is}
  /// @param name of the option that the URL was given by
  private static ServerAddress address(String url, String name) {
    try {
      return ServerAddress.of(url);
    } catch (IllegalArgumentException e) {
      // The text may hold a password, so it is not shown.
      throw new UsageException(name + ": " + e.getMessage());
    }
  }

  private static Duration duration(String text) {
    try {
      long millis = PrometheusDuration.parseMillis(text);
      if (millis > 0) {
        return Duration.ofMillis(millis);
      }
    } catch (GoFormatException e) {
      throw new UsageException("--timeout '" + text + "': expected 30s, 2m");
    }
    throw new UsageException("--timeout '" + text + "': must be more than nothing");
  }

  private static int number(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("--concurrency '" + text + "': expected a whole number");
    }
    throw new UsageException("--concurrency '" + text + "': expected 1 or more");
  }
}
