package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.ServerEngine;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.rules.RuleFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `--engine`: whether expressions are evaluated here, or by the server that holds the data.
public final class EngineOption {
  private static final String LOCAL = "local";
  private static final String REMOTE = "remote";

  private final Value engine;
  private final Value answers;
  private final DataOption data;
  private final @Nullable InjectOption inject;

  /// Declares the options.
  ///
  /// @param data says which server
  /// @param inject changes data that were fetched, and so none on a server; null where there is no
  ///     such option
  public EngineOption(Options options, DataOption data, @Nullable InjectOption inject) {
    this.data = data;
    this.inject = inject;
    engine =
        options.value(
            "--engine",
            "ENGINE",
            "local (default): fetch series and evaluate here; remote: have the server of --data"
                + " evaluate");
    answers =
        options.value(
            "--answers",
            "FOLDER",
            "where --engine remote keeps answers until it is done, so that it goes on where it was"
                + " interrupted");
    options.whenParsed(this::check);
  }

  // Before anything is read.
  private void check() {
    switch (engine.orElse(LOCAL)) {
      case LOCAL -> {
        if (answers.get().isPresent()) {
          throw new UsageException("--answers: is for --engine remote");
        }
      }
      case REMOTE -> {
        InjectOption faults = inject;
        if (faults != null && faults.given()) {
          throw new UsageException(
              "--inject: the server evaluates what it has: use --engine local for drills");
        }
        if (data.given() && !data.isOneServer()) {
          throw noServer();
        }
      }
      default ->
          throw new UsageException(
              "--engine '" + engine.required() + "': expected local or remote");
    }
  }

  /// {@return the engine of the server that holds the data; empty where all is evaluated here}
  ///
  /// Warns where its results differ by design.
  ///
  /// @param interval milliseconds between evaluations, the step of subqueries that do not say
  /// @param rules that will be evaluated
  /// @throws UsageException when there is no server
  public Optional<ServerEngine> remote(Session session, long interval, List<RuleFile> rules)
      throws IOException {
    if (!isRemote()) {
      return Optional.empty();
    }
    PrometheusApi api = data.server(session).orElseThrow(EngineOption::noServer);
    ServerEngine server = ServerEngine.of(api, folder(session), interval, rules);
    server.warn(session);
    return Optional.of(server);
  }

  /// Fails where a server is to evaluate and none is given, whether or not there turns out to be
  /// anything to evaluate.
  ///
  /// @throws UsageException when there is no server
  public void checkServer() {
    if (isRemote() && !data.given()) {
      throw noServer();
    }
  }

  private boolean isRemote() {
    return engine.orElse(LOCAL).equals(REMOTE);
  }

  private static UsageException noServer() {
    return new UsageException(
        "--engine remote: needs one server that evaluates: --data http(s)://SERVER");
  }

  private Path folder(Session session) {
    if (answers.get().isPresent()) {
      return session.resolve(answers.required());
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path caches =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return caches.resolve("firedrill").resolve("answers");
  }
}
