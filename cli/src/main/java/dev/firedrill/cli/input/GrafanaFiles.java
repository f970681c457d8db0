package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.compose.ComposeFile;
import dev.firedrill.compose.ComposeService;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.grafana.GrafanaFile;
import dev.firedrill.grafana.GrafanaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Finds the files that provision Grafana: those in a folder `grafana` beside the files of a stack
/// or up to two folders above them, and those that a compose file mounts into a Grafana.
public final class GrafanaFiles {
  private static final int FOLDERS_UP = 3;
  private static final int DEPTH = 6;
  private static final int MOST_FILES = 2000;

  private final Session session;
  private final Set<Path> found = new TreeSet<>();

  private GrafanaFiles(Session session) {
    this.session = session;
  }

  /// {@return the files around others}
  ///
  /// @param files paths as given: configurations, rule files
  /// @param compose files that mount more
  public static List<GrafanaFile> around(
      Session session, Collection<String> files, Collection<ComposeFile> compose)
      throws IOException {
    GrafanaFiles search = new GrafanaFiles(session);
    Set<Path> folders = new TreeSet<>();
    Set<Path> starts = new TreeSet<>();
    for (String file : files) {
      if (!file.equals(InputFile.STANDARD_INPUT)) {
        starts.add(session.resolve(file).toAbsolutePath().normalize().resolveSibling(""));
      }
    }
    starts.forEach(start -> above(start, folders));
    for (ComposeFile file : compose) {
      file.services().forEach(service -> mounted(service, folders));
    }
    for (Path folder : folders) {
      search.below(folder);
    }
    return search.read();
  }

  private static void above(Path start, Set<Path> folders) {
    Path folder = start.normalize();
    for (int up = 0; up < FOLDERS_UP && folder != null; up++) {
      Path grafana = folder.resolve("grafana");
      if (Files.isDirectory(grafana)) {
        folders.add(grafana);
      }
      if (Files.exists(folder.resolve(".git"))) {
        return;
      }
      folder = folder.getParent();
    }
  }

  private static void mounted(ComposeService service, Set<Path> folders) {
    if (service.image().contains("grafana/grafana")) {
      for (ComposeService.Mount mount : service.mounts()) {
        mount.source().filter(Files::exists).ifPresent(folders::add);
      }
    }
  }

  private void below(Path folder) throws IOException {
    try (Stream<Path> files = Files.find(folder, DEPTH, (path, _) -> isCandidate(path))) {
      files.limit(MOST_FILES).forEach(found::add);
    } catch (UncheckedIOException e) {
      // Somebody keeps a folder to himself: what it holds is not for Grafana, then.
    }
  }

  private static boolean isCandidate(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean suffix = name.endsWith(".yml") || name.endsWith(".yaml") || name.endsWith(".json");
    return suffix && Files.isRegularFile(path);
  }

  private List<GrafanaFile> read() throws IOException {
    List<GrafanaFile> files = new ArrayList<>();
    for (Path path : found) {
      SourceFile source = new InputFile(Stacks.shown(session, path), true).read(session);
      GrafanaReader.read(source).ifPresent(files::add);
    }
    return files;
  }
}
