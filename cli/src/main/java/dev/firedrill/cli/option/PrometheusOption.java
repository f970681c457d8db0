package dev.firedrill.cli.option;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.KnownServer;
import dev.firedrill.cli.input.ServerSource;
import dev.firedrill.cli.input.Stacks;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.GlobalSettings;
import dev.firedrill.prometheus.PrometheusConfig;
import dev.firedrill.prometheus.PrometheusReader;
import dev.firedrill.rules.LabelText;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `--prometheus-config` and `--external-label`: what rules take from the server they run on.
///
/// What is given wins over what `--env` stands for, and that over the stack's own prometheus.yml.
public final class PrometheusOption implements ServerSource {
  private final ProjectOptions project;
  private final Value file;
  private final Values labels;

  /// Declares the options, where they were not yet.
  public PrometheusOption(Options options) {
    project = ProjectOptions.of(options);
    Declared declared = options.shared(Declared.class, Declared::of);
    file = declared.file;
    labels = declared.labels;
  }

  private record Declared(Value file, Values labels) {
    static Declared of(Options options) {
      Declared declared =
          new Declared(
              options.value(
                  "--prometheus-config",
                  "FILE",
                  "prometheus.yml: external labels, evaluation interval"),
              options.values("--external-label", "NAME=VALUE", "an external label"));
      options.whenParsed(() -> LabelSets.of(declared.labels.get()));
      return declared;
    }
  }

  /// {@return what is told about the server of some rules}
  ///
  /// @param rules paths of the rule files, which may belong to a stack
  /// @throws RejectedException when Prometheus would refuse its configuration
  public KnownServer told(Session session, List<String> rules) throws IOException {
    StackFiles stack = project.stackOf(session, rules).orElse(null);
    return told(session, stack == null ? null : stack.prometheus());
  }

  @Override
  public boolean given() {
    return file.get().isPresent();
  }

  @Override
  public Map<String, String> variables(Session session) throws IOException {
    return project.variables(session);
  }

  @Override
  public KnownServer told(Session session, @Nullable Path own) throws IOException {
    return told(session, session, own);
  }

  /// {@return the same for files as they were at another time: settings, environment and variables
  ///     are those of now}
  public ServerSource seenFrom(Session now) {
    PrometheusOption option = this;
    return new ServerSource() {
      @Override
      public KnownServer told(Session session, @Nullable Path own) throws IOException {
        return option.told(session, now, own);
      }

      @Override
      public boolean given() {
        return option.given();
      }

      @Override
      public Map<String, String> variables(Session session) throws IOException {
        return option.variables(now);
      }
    };
  }

  private KnownServer told(Session then, Session now, @Nullable Path own) throws IOException {
    Optional<String> chosen = file.get();
    if (chosen.isEmpty()) {
      chosen = project.environmentPrometheus(now);
    }
    boolean there = chosen.isEmpty() || Files.exists(then.resolve(chosen.get()));
    Session session = there ? then : now;
    if (chosen.isEmpty() && own != null) {
      chosen = Optional.of(Stacks.shown(then, own));
    }
    PrometheusConfig config =
        chosen.isEmpty()
            ? null
            : config(session, new InputFile(chosen.get(), true), project.variables(now));
    Map<String, String> all = new LinkedHashMap<>();
    if (config != null) {
      all.putAll(externalLabelsOf(config.global()));
    }
    project.environment(now).ifPresent(each -> all.putAll(each.externalLabels()));
    Labels given = LabelSets.of(labels.get());
    all.putAll(given.toMap());
    return new KnownServer(config, all);
  }

  private static PrometheusConfig config(
      Session session, InputFile file, Map<String, String> variables) throws IOException {
    Loaded<PrometheusConfig> loaded = PrometheusReader.read(file.read(session), variables);
    PrometheusConfig config = loaded.value();
    if (config == null || loaded.failed()) {
      throw new RejectedException(loaded.diagnostics());
    }
    return config;
  }

  private static Map<String, String> externalLabelsOf(GlobalSettings global) {
    Map<String, String> all = new LinkedHashMap<>();
    List<LabelText> written = global.externalLabels();
    for (LabelText label : written) {
      all.put(label.name().value(), label.value().text());
    }
    return all;
  }
}
