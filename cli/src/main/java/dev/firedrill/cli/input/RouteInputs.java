package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.grafana.GrafanaReader;
import dev.firedrill.rules.FileKind;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Alertmanager configurations that were read, and what was met beside them.
///
/// A file that the user named is a configuration, whatever it looks like; one that a glob matches
/// or
/// a search found, only if its content says so.
///
/// @param files in the order given
/// @param skipped files that are something else
public record RouteInputs(List<SourceFile> files, List<SkippedFile> skipped) {
  public RouteInputs {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  /// Reads files.
  ///
  /// @param grafana whether files that provision Grafana's alerting are looked for, too
  public static RouteInputs read(Session session, List<InputFile> inputs, boolean grafana)
      throws IOException {
    List<SourceFile> files = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    for (InputFile input : inputs) {
      SourceFile source = input.read(session);
      if (input.insisted()) {
        files.add(source);
        continue;
      }
      FileKind kind = FileKind.likely(Yaml.read(source, YamlDialect.GO_V3));
      if (isConfiguration(source, kind) || (grafana && GrafanaReader.read(source).isPresent())) {
        files.add(source);
      } else {
        SkippedFile.among(input, kind).ifPresent(skipped::add);
      }
    }
    return new RouteInputs(files, skipped);
  }

  // What is called alertmanager.yml is meant to be one, even if it has neither routes nor
  // receivers.
  private static boolean isConfiguration(SourceFile source, FileKind kind) {
    String name = String.valueOf(Path.of(source.path()).getFileName());
    boolean empty = kind == FileKind.OTHER || kind == FileKind.EMPTY;
    return kind == FileKind.ALERTMANAGER || (empty && name.startsWith("alertmanager"));
  }

  /// {@return the files, as they are printed}
  public List<String> paths() {
    return files.stream().map(SourceFile::path).toList();
  }
}
