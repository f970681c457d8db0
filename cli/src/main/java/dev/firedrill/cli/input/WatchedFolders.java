package dev.firedrill.cli.input;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Changes in folders as the operating system reports them.
///
/// Editors write a file in several steps, or write another one and put it in the first one's place:
/// folders are watched rather than files, and what comes within a tenth of a second of the last
/// event is one change.
public final class WatchedFolders implements FileChanges, AutoCloseable {
  private static final long QUIET_MILLIS = 100;

  private final WatchService service;
  private final Map<WatchKey, Path> watched = new HashMap<>();

  /// Watches nothing yet.
  public WatchedFolders() throws IOException {
    service = FileSystems.getDefault().newWatchService();
  }

  @Override
  public void watch(Set<Path> folders) throws IOException {
    for (Map.Entry<WatchKey, Path> known : Map.copyOf(watched).entrySet()) {
      if (!folders.contains(known.getValue()) || !known.getKey().isValid()) {
        known.getKey().cancel();
        watched.remove(known.getKey());
      }
    }
    for (Path folder : folders) {
      if (!watched.containsValue(folder) && Files.isDirectory(folder)) {
        WatchKey key =
            folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
        watched.put(key, folder);
      }
    }
  }

  @Override
  public Optional<Set<Path>> next() {
    try {
      Set<Path> changed = new HashSet<>();
      WatchKey key = service.take();
      while (key != null) {
        collect(key, changed);
        key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      }
      return Optional.of(changed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ClosedWatchServiceException e) {
      return Optional.empty();
    }
  }

  private void collect(WatchKey key, Set<Path> changed) {
    Path folder = watched.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (folder != null) {
        changed.add(event.context() instanceof Path name ? folder.resolve(name) : folder);
      }
    }
    key.reset();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
