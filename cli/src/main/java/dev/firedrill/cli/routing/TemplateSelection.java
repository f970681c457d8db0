package dev.firedrill.cli.routing;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.PathSelection;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.FileKind;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files of notification templates that paths of a command line stand for: files as they are, those
/// of a folder that are called `*.tmpl`, and those that a configuration of Alertmanager names.
///
/// @param files each once, in the order of the paths
/// @param diagnostics why configurations could not be read, so that nobody knows what they name
public record TemplateSelection(List<SourceFile> files, List<Diagnostic> diagnostics) {
  public TemplateSelection {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }

  private static final List<String> ENDINGS = List.of(".tmpl", ".yml", ".yaml");

  /// {@return what paths stand for}
  public static TemplateSelection of(Session session, List<String> paths) throws IOException {
    Search search = new Search(session);
    for (InputFile file : PathSelection.of(session, paths, ENDINGS)) {
      search.add(file);
    }
    return new TemplateSelection(List.copyOf(search.found.values()), search.diagnostics);
  }

  private static final class Search {
    private final Session session;
    private final Map<Object, SourceFile> found = new LinkedHashMap<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Search(Session session) {
      this.session = session;
    }

    void add(InputFile file) throws IOException {
      SourceFile source = file.read(session);
      boolean yaml = file.path().endsWith(".yml") || file.path().endsWith(".yaml");
      if (!yaml) {
        keep(List.of(source));
      } else if (isConfiguration(source)) {
        Loaded<AlertmanagerConfig> loaded =
            AlertmanagerReader.read(source, AlertmanagerOptions.DEFAULT).loaded();
        AlertmanagerConfig config = loaded.value();
        if (config == null) {
          diagnostics.addAll(loaded.diagnostics());
        } else {
          keep(new NotificationTemplateFiles(session).sources(config).files());
        }
      } else if (file.insisted()) {
        keep(List.of(source));
      }
    }

    private static boolean isConfiguration(SourceFile source) {
      return FileKind.likely(Yaml.read(source, YamlDialect.GO_V3)) == FileKind.ALERTMANAGER;
    }

    private void keep(Collection<SourceFile> files) {
      for (SourceFile file : files) {
        boolean typed = file.path().equals(InputFile.STANDARD_INPUT_NAME);
        Object place =
            typed ? file.path() : session.resolve(file.path()).toAbsolutePath().normalize();
        found.putIfAbsent(place, file);
      }
    }
  }
}
