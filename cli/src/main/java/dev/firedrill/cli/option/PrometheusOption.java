package dev.firedrill.cli.option;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.labels.Labels;
import dev.firedrill.lint.Server;
import dev.firedrill.prometheus.GlobalSettings;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.rules.LabelText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `--prometheus-config` and `--external-label`: what rules take from the server they run on.
public final class PrometheusOption {
  private final Value file;
  private final Values labels;

  /// Declares the options.
  public PrometheusOption(Options options) {
    file =
        options.value(
            "--prometheus-config", "FILE", "prometheus.yml: external labels, evaluation interval");
    labels = options.values("--external-label", "NAME=VALUE", "an external label");
  }

  /// {@return the configuration that was named}
  public Optional<String> file() {
    return file.get();
  }

  /// {@return the `global` part of the configuration; that of an empty file where none is given}
  /// @throws RejectedException when Prometheus would refuse it
  public GlobalSettings global(Session session) throws IOException {
    return file.get().isPresent()
        ? global(session, new InputFile(file.required(), true))
        : GlobalSettings.DEFAULT;
  }

  /// {@return what rules take from the server; empty where nothing is given about it}
  /// @throws RejectedException when Prometheus would refuse the configuration
  public Optional<Server> server(Session session) throws IOException {
    if (file.get().isEmpty() && labels.get().isEmpty()) {
      return Optional.empty();
    }
    Server server =
        file.get().isPresent()
            ? Server.of(config(session, new InputFile(file.required(), true)))
            : Server.UNKNOWN;
    return Optional.of(server.withExternalLabels(externalLabels(global(session))));
  }

  /// {@return the `global` part of a configuration}
  /// @throws RejectedException when Prometheus would refuse it
  public static GlobalSettings global(Session session, InputFile file) throws IOException {
    return config(session, file).global();
  }

  private static PrometheusConfig config(Session session, InputFile file) throws IOException {
    Loaded<PrometheusConfig> loaded = PrometheusReader.read(file.read(session), Map.of());
    PrometheusConfig config = loaded.value();
    if (config == null || loaded.failed()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return config;
  }

  /// {@return the external labels: those of the configuration, and over them those given}
  public Map<String, String> externalLabels(GlobalSettings global) {
    Map<String, String> all = externalLabelsOf(global);
    Labels given = LabelSets.of(labels.get());
    all.putAll(given.toMap());
    return all;
  }

  /// {@return the external labels of a configuration}
  public static Map<String, String> externalLabelsOf(GlobalSettings global) {
    Map<String, String> all = new LinkedHashMap<>();
    List<LabelText> written = global.externalLabels();
    for (LabelText label : written) {
      all.put(label.name().value(), label.value().text());
    }
    return all;
  }
}
