package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.rules.test.NotificationTest;
import dev.firedrill.rules.test.TestRules;
import dev.firedrill.rules.test.TestServer;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.rules.test.UnitTestReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files that a file of unit tests depends on.
///
/// @param files the file itself, its rule files, its recordings and Alertmanagers, as absolute
///     paths
/// @param folders where these are, and where others may come
public record TestInputs(Set<Path> files, Set<Path> folders) {
  public TestInputs {
    files = Set.copyOf(files);
    folders = Set.copyOf(folders);
  }

  /// {@return what a file depends on, as far as it can be read}
  ///
  /// @param server gives what the file does not say
  public static TestInputs of(Session session, SourceFile source, TestServer server) {
    Set<Path> files = new HashSet<>();
    Set<Path> folders = new HashSet<>();
    files.add(absolute(session, source.path()));
    UnitTestFile file = UnitTestReader.read(source, server).value();
    if (file != null) {
      for (String path : TestRules.files(file, session.directory())) {
        files.add(absolute(session, path));
      }
      for (SourceText pattern : file.ruleFiles()) {
        // Of a server's configuration, too, where the patterns come from there.
        files.add(absolute(session, pattern.file().path()));
        Path folder = folder(session, source, pattern.text());
        if (folder != null) {
          folders.add(folder);
        }
      }
      recordings(session, file, files);
      alertmanagers(session, file, files);
    }
    for (Path each : files) {
      Path folder = each.getParent();
      if (folder != null) {
        folders.add(folder);
      }
    }
    return new TestInputs(files, folders);
  }

  private static void recordings(Session session, UnitTestFile file, Set<Path> files) {
    for (UnitTest test : file.tests()) {
      test.additions()
          .recordings()
          .forEach(
              recording -> {
                Path path = sibling(file.source(), recording.file().text());
                if (path != null) {
                  files.add(absolute(session, path.toString()));
                }
              });
    }
  }

  private static void alertmanagers(Session session, UnitTestFile file, Set<Path> files) {
    for (UnitTest test : file.tests()) {
      NotificationTest notifications = test.additions().notifications();
      Path path =
          notifications == null
              ? null
              : sibling(file.source(), notifications.alertmanager().text());
      if (path != null) {
        files.add(absolute(session, path.toString()));
      }
    }
  }

  /// {@return whether any of the files was saved}
  public boolean touchedBy(Set<Path> saved) {
    for (Path file : files) {
      if (saved.contains(file) || (file.getParent() != null && saved.contains(file.getParent()))) {
        return true;
      }
    }
    return false;
  }

  // The part of a pattern before the first wildcard.
  private static @Nullable Path folder(Session session, SourceFile source, String pattern) {
    Path path = sibling(source, pattern);
    while (path != null && path.toString().matches(".*[*?\\[\\\\].*")) {
      path = path.getParent();
    }
    Path place = absolute(session, path == null ? "" : path.toString());
    return Files.isDirectory(place) ? place : place.getParent();
  }

  private static @Nullable Path sibling(SourceFile source, String path) {
    try {
      return Path.of(source.path()).resolveSibling(path);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Path absolute(Session session, String path) {
    return session.resolve(path).toAbsolutePath().normalize();
  }
}
