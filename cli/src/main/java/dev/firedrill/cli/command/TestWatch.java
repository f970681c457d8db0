package dev.firedrill.cli.command;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.input.FileChanges;
import dev.firedrill.cli.input.InputFile;
import dev.firedrill.cli.input.TestInputs;
import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.test.TestServer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Runs files of tests, then again whenever something they depend on was saved.
///
/// @param changes tells what was saved
/// @param server gives what the files do not say, each time anew
/// @param files finds the files, each time anew
/// @param test runs some of them and reports
record TestWatch(Session session, FileChanges changes, Server server, Files files, Test test) {
  /// Tells of the server.
  @FunctionalInterface
  interface Server {
    TestServer told() throws IOException;
  }

  /// Finds files.
  @FunctionalInterface
  interface Files {
    List<InputFile> find() throws IOException;
  }

  /// Runs files of tests.
  @FunctionalInterface
  interface Test {
    int run(List<InputFile> files) throws IOException;
  }

  /// {@return the exit status of the last run, once there is nothing more to wait for}
  int run() throws IOException {
    Map<String, TestInputs> known = Map.of();
    Set<Path> saved = Set.of();
    int status = ExitStatus.OK;
    boolean first = true;
    while (true) {
      Map<String, TestInputs> now = new LinkedHashMap<>();
      try {
        List<InputFile> touched = touched(known, saved, now);
        // Before the files are read, so that nothing saved later is missed.
        changes.watch(folders(now));
        if (first || !touched.isEmpty()) {
          status = test.run(touched);
        }
      } catch (CommandException | NoSuchFileException e) {
        if (first) {
          throw e;
        }
        // A file may be gone for a moment while it is saved.
        session.err().println(e.getMessage());
        status = ExitStatus.FAILED;
        known.forEach(now::putIfAbsent);
      }
      known = now;
      first = false;
      session.out().flush();
      session.err().flush();
      Optional<Set<Path>> next = changes.next();
      if (next.isEmpty()) {
        return status;
      }
      saved = next.get();
    }
  }

  private List<InputFile> touched(
      Map<String, TestInputs> known, Set<Path> saved, Map<String, TestInputs> now)
      throws IOException {
    List<InputFile> touched = new ArrayList<>();
    TestServer told = server.told();
    for (InputFile file : files.find()) {
      SourceFile source = file.read(session);
      if (!UnitTestRun.isMeant(file, source)) {
        continue;
      }
      TestInputs inputs = TestInputs.of(session, source, told);
      TestInputs before = known.get(file.path());
      boolean changed =
          before == null
              || !before.files().equals(inputs.files())
              || inputs.touchedBy(saved)
              || before.touchedBy(saved);
      if (changed) {
        touched.add(file);
      }
      now.put(file.path(), inputs);
    }
    if (!saved.isEmpty() && !touched.isEmpty()) {
      announce(saved, known);
    }
    return touched;
  }

  private void announce(Set<Path> saved, Map<String, TestInputs> known) {
    Set<String> names = new TreeSet<>();
    for (Path path : saved) {
      if (known.values().stream().anyMatch(inputs -> inputs.files().contains(path))) {
        names.add(String.valueOf(path.getFileName()));
      }
    }
    session.out().println("--- " + (names.isEmpty() ? "changed" : String.join(", ", names)));
  }

  private static Set<Path> folders(Map<String, TestInputs> all) {
    Set<Path> folders = new HashSet<>();
    all.values().forEach(inputs -> folders.addAll(inputs.folders()));
    return folders;
  }
}
